"""first tables"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "peer_group",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("other_support", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_peer_group")),
    )
    op.create_table(
        "person",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
    )
    op.create_table(
        "circle",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("group_id", sa.String(length=32), nullable=True),
        sa.Column("agenda_key", sa.String(length=40), nullable=False),
        sa.Column("door_hash", sa.String(length=64), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("snapshot_version", sa.Integer(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=True),
        sa.Column("next_due", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("counts", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["group_id"], ["peer_group.id"], name=op.f("fk_circle_group_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_circle")),
        sa.UniqueConstraint("door_hash", name=op.f("uq_circle_door_hash")),
    )
    with op.batch_alter_table("circle", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_circle_group_id"), ["group_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_circle_next_due"), ["next_due"], unique=False)

    op.create_table(
        "group_facilitator",
        sa.Column("group_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("role_words", sa.String(length=80), nullable=False),
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

    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_invitation_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitation")),
    )
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitation_person_id"), ["person_id"], unique=False)

    op.create_table(
        "sign_in",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("last_seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
    )
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_person_id"), ["person_id"], unique=False)

    op.create_table(
        "circle_events",
        sa.Column("circle_id", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id"],
            ["circle.id"],
            name=op.f("fk_circle_events_circle_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("circle_id", "version", name=op.f("pk_circle_events")),
    )
    op.create_table(
        "circle_holder",
        sa.Column("hold_hash", sa.String(length=64), nullable=False),
        sa.Column("circle_id", sa.String(length=32), nullable=False),
        sa.Column("person_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("role_words", sa.String(length=80), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id"],
            ["circle.id"],
            name=op.f("fk_circle_holder_circle_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_circle_holder_person_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("hold_hash", name=op.f("pk_circle_holder")),
    )
    with op.batch_alter_table("circle_holder", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_circle_holder_circle_id"), ["circle_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_circle_holder_person_id"), ["person_id"], unique=False)

    op.create_table(
        "command_answer",
        sa.Column("circle_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("command_id", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id"],
            ["circle.id"],
            name=op.f("fk_command_answer_circle_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(
            "circle_id", "seat_id", "command_id", name=op.f("pk_command_answer")
        ),
    )
    op.create_table(
        "sealed_word",
        sa.Column("circle_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["circle_id"], ["circle.id"], name=op.f("fk_sealed_word_circle_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("circle_id", "key", name=op.f("pk_sealed_word")),
    )
    op.create_table(
        "seat_key",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("circle_id", sa.String(length=32), nullable=False),
        sa.Column("seat_id", sa.String(length=32), nullable=False),
        sa.Column("sign_in_id", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["circle_id"], ["circle.id"], name=op.f("fk_seat_key_circle_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sign_in_id"], ["sign_in.id"], name=op.f("fk_seat_key_sign_in_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_seat_key")),
    )
    with op.batch_alter_table("seat_key", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_seat_key_circle_id"), ["circle_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_seat_key_sign_in_id"), ["sign_in_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("seat_key", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_seat_key_sign_in_id"))
        batch_op.drop_index(batch_op.f("ix_seat_key_circle_id"))

    op.drop_table("seat_key")
    op.drop_table("sealed_word")
    op.drop_table("command_answer")
    with op.batch_alter_table("circle_holder", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_holder_person_id"))
        batch_op.drop_index(batch_op.f("ix_circle_holder_circle_id"))

    op.drop_table("circle_holder")
    op.drop_table("circle_events")
    with op.batch_alter_table("sign_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_person_id"))

    op.drop_table("sign_in")
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitation_person_id"))

    op.drop_table("invitation")
    with op.batch_alter_table("group_facilitator", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_group_facilitator_person_id"))

    op.drop_table("group_facilitator")
    with op.batch_alter_table("circle", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_circle_next_due"))
        batch_op.drop_index(batch_op.f("ix_circle_group_id"))

    op.drop_table("circle")
    op.drop_table("person")
    op.drop_table("peer_group")
