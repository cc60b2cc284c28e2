"""Runs for Alembic with the connection that `facilitator.store.schema` hands over."""

from alembic import context

from facilitator.store.database import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    compare_type=True,
    # SQLite changes a table by copying it; other databases ignore this.
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
connection.commit()
