"""groups with roles, agreements, support and links"""

import secrets
from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "agreement_version",
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("lines", sa.Text(), nullable=False),
        sa.Column("passed_on", sa.Text(), server_default="", nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["peer_group.id"],
            name=op.f("fk_agreement_version_group_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("group_id", "version", name=op.f("pk_agreement_version")),
    )
    op.create_table(
        "group_agenda",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["peer_group.id"],
            name=op.f("fk_group_agenda_group_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_group_agenda")),
    )
    with op.batch_alter_table("group_agenda", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_agenda_group_id"), ["group_id"], unique=False)
    op.create_table(
        "group_place",
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("organizes", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("holds", sa.String(length=16), server_default="", nullable=False),
        sa.Column("role_words", sa.String(length=80), server_default="", nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=True),
        sa.Column("mail_meetings", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("mail_day_before", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("mail_hour_before", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("mail_notes", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["peer_group.id"],
            name=op.f("fk_group_place_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_group_place_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("pk_group_place")),
    )
    with op.batch_alter_table("group_place", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_group_place_person_id"), ["person_id"], unique=False)
    op.create_table(
        "link_key",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["peer_group.id"], name=op.f("fk_link_key_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_link_key")),
        sa.UniqueConstraint(
            "kind", "group_id", "person_id", name=op.f("uq_link_key_kind_group_id_person_id")
        ),
    )
    with op.batch_alter_table("link_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_key_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_key_person_id"), ["person_id"], unique=False)
    op.create_table(
        "support_entry",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("region", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("how", sa.String(length=500), nullable=False),
        sa.Column("checked_on", sa.String(length=10), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["peer_group.id"],
            name=op.f("fk_support_entry_group_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_support_entry")),
    )
    with op.batch_alter_table("support_entry", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_support_entry_group_id"), ["group_id"], unique=False)
    carry_places()
    carry_support()
    with op.batch_alter_table("group_facilitator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_facilitator_person_id"))
    op.drop_table("group_facilitator")
    with op.batch_alter_table("peer_group", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("zone", sa.String(length=64), server_default="UTC", nullable=False)
        )
        batch_op.add_column(
            sa.Column("access", sa.String(length=8), server_default="open", nullable=False)
        )
        batch_op.add_column(sa.Column("topics", sa.Text(), server_default="[]", nullable=False))
        batch_op.add_column(
            sa.Column("listed", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("listing", sa.Text(), server_default="{}", nullable=False))
        batch_op.add_column(
            sa.Column("fallback_words", sa.Text(), server_default="", nullable=False)
        )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("zone", sa.String(length=64), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("language", sa.String(length=8), server_default="en", nullable=False)
        )


def carry_places() -> None:
    """Until now whoever held a group organized it, too."""
    op.execute(
        "INSERT INTO group_place (group_id, person_id, organizes, holds, role_words, joined_at)"
        " SELECT f.group_id, f.person_id, true, 'facilitator', f.role_words, g.created_at"
        " FROM group_facilitator f JOIN peer_group g ON g.id = f.group_id"
    )


def carry_support() -> None:
    """Each line of the old text is an entry that nobody has checked yet."""
    groups = op.get_bind().execute(sa.text("SELECT id, other_support FROM peer_group")).all()
    entries = sa.table(
        "support_entry",
        *map(sa.column, ("id", "group_id", "place", "region", "kind", "name", "how")),
    )
    for group_id, text in groups:
        for place, line in enumerate(filter(None, text.splitlines()), 1):
            values = {
                "id": secrets.token_hex(8),
                "group_id": group_id,
                "place": place,
                "region": "",
                "kind": "other",
                "name": line[:120],
                "how": line[120:620],
            }
            op.execute(entries.insert().values(values))


def downgrade() -> None:
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("language")
        batch_op.drop_column("zone")
    with op.batch_alter_table("peer_group", schema=None) as batch_op:
        batch_op.drop_column("fallback_words")
        batch_op.drop_column("listing")
        batch_op.drop_column("listed")
        batch_op.drop_column("topics")
        batch_op.drop_column("access")
        batch_op.drop_column("zone")
    op.create_table(
        "group_facilitator",
        sa.Column("group_id", sa.VARCHAR(length=32), nullable=False),
        sa.Column("person_id", sa.VARCHAR(length=32), nullable=False),
        sa.Column("role_words", sa.VARCHAR(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"],
            ["peer_group.id"],
            name=op.f("fk_group_facilitator_group_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_group_facilitator_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name=op.f("pk_group_facilitator")),
    )
    with op.batch_alter_table("group_facilitator", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_group_facilitator_person_id"), ["person_id"], unique=False
        )
    with op.batch_alter_table("support_entry", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_support_entry_group_id"))
    op.drop_table("support_entry")
    with op.batch_alter_table("link_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_key_person_id"))
        batch_op.drop_index(batch_op.f("ix_link_key_group_id"))
    op.drop_table("link_key")
    with op.batch_alter_table("group_place", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_place_person_id"))
    op.drop_table("group_place")
    with op.batch_alter_table("group_agenda", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_agenda_group_id"))
    op.drop_table("group_agenda")
    op.drop_table("agreement_version")
