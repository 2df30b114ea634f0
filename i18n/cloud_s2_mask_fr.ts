<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>CloudS2MaskPlugin</name>
    <message>
        <source>Mask clouds in Sentinel-2 products…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Masking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Using masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging masks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Cloud masks for Sentinel-2: guide</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskAlgorithm</name>
    <message>
        <source>Resolution of the mask (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number from 10 to 60. The models are best at 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: the one for the product&apos;s level and the resolution.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto: the fastest that ONNX Runtime offers here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; no unfinished mask was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch placement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How patches are laid over the scene. upstream: exactly as CloudS2Mask does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch size (pixels; empty: the model&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least overlap of patches (pixels; empty: the model&apos;s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches per batch (empty: what suits the device)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression of the mask file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are lossless.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no valid pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clear {clear:.1f} %, cloud {cloud:.1f} %, shadow {shadow:.1f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} on {provider}, {seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the mask was there already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskDialog</name>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add .SAFE folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add all products in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add zipped products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zipped products (*.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected products out of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select products first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask all products that can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close and keep running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The installation is being checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing: see the top of this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the products can be used; the status column says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products: {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, of which {count} cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (reading)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks made: {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, failed: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. {done}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud masks for Sentinel-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the commands to the clipboard, to run them in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cop&amp;y command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds Sentinel-2 products as they are unpacked: folders whose name ends in .SAFE, of level 1C or 2A. Several can be chosen at once; they can be dropped on the list as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one or more .SAFE folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;folders…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for .SAFE folders and .zip archives in a folder and in all folders below it, and adds every one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder; all products in it and below it are added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;all in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds products as they were downloaded. Archives are read in place and are not unpacked on the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose .zip archives; they are read in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;zips…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the selected products out of the list. Nothing is deleted from the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of all scenes is done, and how long the rest will take, once that can be known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks all products of the list that can be used, one after the other, in the background. QGIS can be used meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops the run after the work at hand. Masks that are complete stay; nothing half-written is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closes this window. A run goes on: its progress is in the task manager at the bottom of QGIS, and here when this window is opened again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskLayers</name>
    <message>
        <source>Clouds, {res} m, {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Natural colour, {res} m</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskRun</name>
    <message>
        <source>Cloud masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} products could not be masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was closed meanwhile; the masks are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks added to the map: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskScene</name>
    <message>
        <source>Mask clouds in a Sentinel-2 product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear (percent of valid pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud (percent of valid pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud shadow (percent of valid pixels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No product was given.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskScenes</name>
    <message>
        <source>Mask clouds in several Sentinel-2 products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,batch,series,satellite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in it and below it are masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Single products</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata files (MTD_MSI*.xml), .SAFE folders or .zip archives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write natural-colour layers (VRT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write style files (QML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace existing masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the masks when done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shares of cloud and shadow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Products that failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the products could be masked; the reasons are above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds no Sentinel-2 product, neither a .SAFE folder nor a .zip archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of products, or at least one product.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MaskTask</name>
    <message>
        <source>An unexpected error stopped the run ({error}). The log panel has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud mask of {product}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud masks of {count} products</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged; prepare the models again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {model} has not been prepared yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an output folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output folder has to be a full path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output folder does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic, by level and resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset grid, optimised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As CloudS2Mask places them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LZW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zstandard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of 20 m: the resolution at which the networks are best, and the fastest of the usual ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast, and the resolution at which the models are best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>20 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels of 10 m: the finest outlines, for about four times the work of 20 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finest outlines; about four times the work of 20 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. Where a network does not work at that resolution, it runs at the nearest one that it knows, and its result is resampled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel size of the masks, in metres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each product gets a mask here, named after the product, the model and the resolution. A mask that is there already and was made with the same options is taken as done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks, their styles and the natural-colour layers are written here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that finds the clouds. Automatic takes, for each product, the one for its level and the resolution. Networks with 6 bands tell snow from cloud; those with 4 bands have native pixels of 10 m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that finds the clouds; automatic takes the one for each product&apos;s level and the resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network runs. Automatic takes the fastest that ONNX Runtime offers here. If a device fails, the processor goes on and the message says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the network runs; automatic takes the fastest that works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground: their edges are thin, and a margin keeps what is half hidden out of later work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the mask file is compressed. All are lossless; Deflate can be read everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compression of the mask file; lossless</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch &amp;size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network sees the scene in squares of this size, and what lies in a square has a part in each of its pixels. Automatic is the size that was found best for the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height of the squares that the network sees; larger ones need more memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch over&amp;lap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbouring squares overlap by at least this much, and are blended there, so that no seam shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least overlap of neighbouring patches, over which they are blended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch p&amp;lacement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offset grid moves every second row, so that no pixel lies at the corner of all its squares. The last choice repeats the research library CloudS2Mask, to compare results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How patches are laid over the scene</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this, masks in the output folder that were made with other options are replaced. Without it they are left alone and reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this, a mask of other options that is in the folder already is left alone and reported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace e&amp;xisting masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small file beside the mask shows the bands of the product in natural colour. It holds no pixels itself: the product has to stay where it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a virtual raster of the bands, shown in natural colour below the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Natural-colour layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style files give a mask its colours and its legend when it is dragged into QGIS later. The layers that this run adds have their style anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a QML file beside each raster, so that it has its style when it is dragged into QGIS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>St&amp;yle files</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Requirements</name>
    <message>
        <source>Missing Python packages: {names}. Install them in a terminal, then restart QGIS:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing models. Fetch and prepare them in a terminal:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneModel</name>
    <message>
        <source>Not masked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No valid pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (mask was there already)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This product is in the list already, from another place</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SceneTable</name>
    <message>
        <source>Add Sentinel-2 products with the buttons above,
or drop .SAFE folders and zips here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about {count} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
