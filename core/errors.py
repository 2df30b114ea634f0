"""What can go wrong for a user: one exception class each; the message says what, in which file, and what to do."""

from .language import marked

HOW_TO_FETCH = marked(
    "QGIS's menu Raster > CloudS2Mask > Packages and models fetches it; so does 'make models' in the source folder "
    "of CloudS2Mask."
)
"""What to do about a network that a package brings."""

HOW_TO_IMPORT = marked("Import the model again, or remove it, in QGIS's menu Raster > CloudS2Mask > Models.")
"""What to do about a network that a person brought."""


class CloudS2MaskError(Exception):
    """Base of all errors that are shown to a user; `str()` of it is a whole sentence."""


class SettingError(CloudS2MaskError):
    """A setting has a value that cannot be honoured."""


class CancelledError(CloudS2MaskError):
    """The user cancelled the run."""


class NotAProductError(CloudS2MaskError):
    """The path does not lead to a Sentinel-2 product."""


class MetadataError(CloudS2MaskError):
    """Product metadata is missing, malformed, or lacks a field."""


class UnsafeMetadataError(MetadataError):
    """Product metadata holds what no product needs: a DOCTYPE, an entity, or more than 20 MB."""


class UnsafeArchiveError(CloudS2MaskError):
    """A zip archive holds absolute names or names that climb out with `..`."""


class MissingBandError(CloudS2MaskError):
    """A band that the model needs is not in the product."""


class UnreadableBandError(CloudS2MaskError):
    """A band file is empty, truncated or otherwise unreadable."""


class UnusableRasterError(CloudS2MaskError):
    """A raster that is no product cannot be used as it is: unreadable, or of wrong bands, values, CRS or pixels."""


class NoCommonGroundError(CloudS2MaskError):
    """Two rasters have no pixel with data in common."""


class GridMismatchError(CloudS2MaskError):
    """Bands of one product disagree in their CRS or extent."""


class LevelMismatchError(CloudS2MaskError):
    """A model is asked for a processing level it was not trained for."""


class ResolutionMismatchError(CloudS2MaskError):
    """A model is asked for finer pixels than it knows."""


class OutsideAreaError(CloudS2MaskError):
    """A product does not touch the area of interest."""


class OutputFolderError(CloudS2MaskError):
    """The output folder is missing, read-only or full."""


class OutputExistsError(CloudS2MaskError):
    """A mask of other options stands where this one would be written."""


class OutputBusyError(CloudS2MaskError):
    """The output file is held open by another program or layer."""


class UnknownModelError(CloudS2MaskError):
    """No model card has the requested id."""


class ModelCardError(CloudS2MaskError):
    """A model card lacks a field or has a wrong value."""


class ModelMissingError(CloudS2MaskError):
    """The network file of a card has not been fetched."""


class ModelDamagedError(CloudS2MaskError):
    """The network file of a card is not what was prepared, or does not fit the card."""


class NotFiniteError(ModelDamagedError):
    """A network answers with numbers that are not finite."""


class ModelMismatchError(CloudS2MaskError):
    """A network does not fit its card, or is none of images."""


class ModelExistsError(CloudS2MaskError):
    """A model of this id is there already."""


class RuntimeMissingError(CloudS2MaskError):
    """A Python package that the engine needs is not installed."""


class PackagesBusyError(CloudS2MaskError):
    """Fetched packages are in use and cannot be replaced or removed."""


class InterpreterMissingError(CloudS2MaskError):
    """The Python of QGIS, or its pip, was not found, so nothing can be fetched."""


class DeviceError(CloudS2MaskError):
    """The requested device is not offered by the installed ONNX Runtime, or failed on it."""


class BatchFailedError(CloudS2MaskError):
    """Not one scene of a batch could be masked."""


class CompositeError(CloudS2MaskError):
    """Scenes cannot be joined to one picture."""


class UnexpectedError(CloudS2MaskError):
    """Something that no other class names; a fault of the program."""
