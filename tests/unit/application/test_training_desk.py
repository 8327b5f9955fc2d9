from datetime import UTC, datetime

from breadpos.application.training_desk import ModelVersion, worth_choosing


def version(name: str, *, trained: bool = False, in_use: bool = False) -> ModelVersion:
    at = None if name == "shipped" else datetime(2026, 11, 24, int(name), tzinfo=UTC)
    accuracy = 0.9 if trained else None
    return ModelVersion(name=name, made_at=at, products=3, accuracy=accuracy, in_use=in_use)


def test_of_versions_that_only_took_photos_in_the_last_is_kept() -> None:
    versions = [
        version("shipped"),
        version("9"),
        version("8"),
        version("7", trained=True),
        version("6"),
        version("5", in_use=True),
        version("4"),
    ]
    kept = [each.name for each in worth_choosing(versions)]
    assert kept == ["9", "7", "6", "5", "shipped"]


def test_every_trained_version_is_kept() -> None:
    versions = [version("9", trained=True), version("8", trained=True, in_use=True)]
    assert worth_choosing(versions) == tuple(versions)
    assert worth_choosing([]) == ()
