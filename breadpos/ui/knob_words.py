"""What the options of a training are called, and one line on each."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES = {
    "device": QT_TRANSLATE_NOOP("Knobs", "Where it computes"),
    "precision": QT_TRANSLATE_NOOP("Knobs", "Exactness of the numbers"),
    "threads": QT_TRANSLATE_NOOP("Knobs", "Processor cores used"),
    "seed": QT_TRANSLATE_NOOP("Knobs", "Number that chance begins with"),
    "held_out": QT_TRANSLATE_NOOP("Knobs", "Photos kept aside"),
    "network": QT_TRANSLATE_NOOP("Knobs", "Network"),
    "pretrained": QT_TRANSLATE_NOOP("Knobs", "Begin from what it knows"),
    "weights": QT_TRANSLATE_NOOP("Knobs", "Begin from a file"),
    "side_px": QT_TRANSLATE_NOOP("Knobs", "Size of the pictures"),
    "loss": QT_TRANSLATE_NOOP("Knobs", "How mistakes are counted"),
    "label_smoothing": QT_TRANSLATE_NOOP("Knobs", "Doubt in the labels"),
    "optimiser": QT_TRANSLATE_NOOP("Knobs", "How it learns from mistakes"),
    "learning_rate": QT_TRANSLATE_NOOP("Knobs", "Size of a learning step"),
    "backbone_rate": QT_TRANSLATE_NOOP("Knobs", "Step of the earlier layers"),
    "momentum": QT_TRANSLATE_NOOP("Knobs", "Momentum"),
    "weight_decay": QT_TRANSLATE_NOOP("Knobs", "Restraint"),
    "batch": QT_TRANSLATE_NOOP("Knobs", "Photos a step"),
    "head_epochs": QT_TRANSLATE_NOOP("Knobs", "Rounds of the last layer alone"),
    "epochs": QT_TRANSLATE_NOOP("Knobs", "Rounds over all photos"),
    "thawed_stages": QT_TRANSLATE_NOOP("Knobs", "How much of it learns"),
    "augment": QT_TRANSLATE_NOOP("Knobs", "Vary the photos"),
    "mixing": QT_TRANSLATE_NOOP("Knobs", "Lay photos over each other"),
    "patience": QT_TRANSLATE_NOOP("Knobs", "Rounds of patience"),
    "hidden": QT_TRANSLATE_NOOP("Knobs", "Widths of the hidden layers"),
}
_NOTES = {
    "device": QT_TRANSLATE_NOOP("Knobs", "auto, cpu, mps or cuda; cuda:1 is the second card."),
    "precision": QT_TRANSLATE_NOOP("Knobs", "mixed is faster on graphics cards."),
    "threads": QT_TRANSLATE_NOOP("Knobs", "The register needs the others."),
    "seed": QT_TRANSLATE_NOOP("Knobs", "The same number gives the same training."),
    "held_out": QT_TRANSLATE_NOOP("Knobs", "To test with; 0.3 is three in ten."),
    "network": QT_TRANSLATE_NOOP("Knobs", "The register's own is the first."),
    "pretrained": QT_TRANSLATE_NOOP("Knobs", "It has seen photographs before, and needs fewer."),
    "weights": QT_TRANSLATE_NOOP("Knobs", "Of weights: .safetensors or .pt; may be left empty."),
    "side_px": QT_TRANSLATE_NOOP("Knobs", "In pixels, by 32: 224. Empty: as at the counter."),
    "loss": QT_TRANSLATE_NOOP("Knobs", "cross_entropy is the usual one."),
    "label_smoothing": QT_TRANSLATE_NOOP("Knobs", "0 to 1; forgives a few wrong labels."),
    "optimiser": QT_TRANSLATE_NOOP("Knobs", "adamw is the usual one."),
    "learning_rate": QT_TRANSLATE_NOOP("Knobs", "Such as 0.001. Empty: what is usual."),
    "backbone_rate": QT_TRANSLATE_NOOP("Knobs", "As a share of the last layer's; 1 is the same."),
    "momentum": QT_TRANSLATE_NOOP("Knobs", "0 to 1; for sgd only."),
    "weight_decay": QT_TRANSLATE_NOOP("Knobs", "Keeps it from learning single photos by heart."),
    "batch": QT_TRANSLATE_NOOP("Knobs", "More need more memory."),
    "head_epochs": QT_TRANSLATE_NOOP("Knobs", "Quick ones, before the others."),
    "epochs": QT_TRANSLATE_NOOP("Knobs", "More take longer."),
    "thawed_stages": QT_TRANSLATE_NOOP("Knobs", "Last parts of the network; the others stay."),
    "augment": QT_TRANSLATE_NOOP("Knobs", "Turned, cropped and lit differently each round."),
    "mixing": QT_TRANSLATE_NOOP("Knobs", "0 to 1; 0 for not at all."),
    "patience": QT_TRANSLATE_NOOP("Knobs", "Without getting better, before it ends early."),
    "hidden": QT_TRANSLATE_NOOP("Knobs", "For mlp only: numbers with spaces between."),
}
_VALUES = {
    "yes": QT_TRANSLATE_NOOP("Knobs", "Yes"),
    "no": QT_TRANSLATE_NOOP("Knobs", "No"),
    "auto": QT_TRANSLATE_NOOP("Knobs", "Automatic"),
}


def knob_name(name: str) -> str:
    """In the window's language; an unknown option keeps its own name."""
    return _say(_NAMES.get(name, name))


def knob_note(name: str) -> str:
    """What may be entered or what comes of it; empty for an unknown option."""
    return _say(_NOTES.get(name, ""))


def value_words(value: str) -> str:
    """A choice; names of networks and methods are the same in every language."""
    return _say(_VALUES.get(value, value))


def _say(words: object) -> str:
    return QCoreApplication.translate("Knobs", str(words)) if words else ""
