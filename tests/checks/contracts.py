"""A kind of import rule that import-linter lacks: what is not listed is not allowed."""

import sys
from collections.abc import Iterable

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class MayImport(Contract):
    """Whatever is in `packages` imports directly only what is listed; a name stands for all in it.

    `stdlib` stands for the standard library, less what `but_not` names. `leaving_out` names single
    modules that the rule says nothing about.
    """

    type_name = "may_import"

    packages = fields.SetField(subfield=fields.StringField())
    may_import = fields.SetField(subfield=fields.StringField())
    but_not = fields.SetField(subfield=fields.StringField(), required=False, default=set())
    leaving_out = fields.SetField(subfield=fields.StringField(), required=False, default=set())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002  import-linter names the arguments
        """Kept when nothing is imported that is not listed."""
        strays = sorted(
            (importer, imported)
            for importer in graph.modules - self.leaving_out
            if _within(importer, self.packages)
            for imported in graph.find_modules_directly_imported_by(importer)
            if not self._allows(imported)
        )
        return ContractCheck(kept=not strays, metadata={"strays": strays})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Every import that is not listed has been named, one on a line."""
        for importer, imported in check.metadata["strays"]:
            output.print_error(f"{importer} may not import {imported}", bold=False)
        output.new_line()

    def _allows(self, imported: str) -> bool:
        if _within(imported, self.but_not):
            return False
        standard = imported.partition(".")[0] in sys.stdlib_module_names
        return _within(imported, self.may_import) or ("stdlib" in self.may_import and standard)


def _within(name: str, packages: Iterable[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
