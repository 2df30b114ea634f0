<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
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
    <name>ChartView</name>
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
    <message>
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Abgebrochen; keine unfertige Datei blieb zurück.</translation>
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
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Abgebrochen; keine unfertige Datei blieb zurück.</translation>
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
    <name>ComparisonReport</name>
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
        <source>One for each scene; without them, all pixels with data are taken as clear.</source>
        <translation>Eine je Szene; ohne sie gelten alle Pixel mit Daten als wolkenfrei.</translation>
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
    <name>ExampleModels</name>
    <message>
        <source>Edit a Copy in the Model Designer…</source>
        <translation>Kopie im Modellentwurf bearbeiten…</translation>
    </message>
</context>
<context>
    <name>FetchRun</name>
    <message>
        <source>The folder {folder} cannot be written ({reason}).</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}).</translation>
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
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Cloud masks for Sentinel-2: guide</source>
        <translation>Wolkenmasken für Sentinel-2: Anleitung</translation>
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
        <source>no valid pixel</source>
        <translation>kein gültiges Pixel</translation>
    </message>
    <message>
        <source>clear {clear:.1f} %, cloud {cloud:.1f} %, shadow {shadow:.1f} %</source>
        <translation>wolkenfrei {clear:.1f} %, Wolke {cloud:.1f} %, Schatten {shadow:.1f} %</translation>
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
</context>
<context>
    <name>MaskClass</name>
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
        <source>Cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>Cloud or shadow</source>
        <translation>Wolke oder Schatten</translation>
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
        <source>Compare the scenes of the last run: clear shares by date, as a table and a chart</source>
        <translation>Szenen des letzten Laufs vergleichen: wolkenfreie Anteile nach Datum, als Tabelle und Diagramm</translation>
    </message>
    <message>
        <source>Mask products first; then their dates can be compared here</source>
        <translation>Zuerst Produkte maskieren; dann lassen sich ihre Aufnahmetage hier vergleichen</translation>
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
        <source>Compares the scenes of the last run: how much of each date is clear, as a table and a chart that lead to the map.</source>
        <translation>Vergleicht die Szenen des letzten Laufs: wie viel an jedem Tag wolkenfrei ist, als Tabelle und Diagramm, die zur Karte führen.</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>Sa&amp;ison…</translation>
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
        <source>Cancelled; no unfinished report was left behind.</source>
        <translation>Abgebrochen; kein unfertiger Bericht blieb zurück.</translation>
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
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged; prepare the models again</source>
        <translation>Die Datei des Modells {model} ist beschädigt; die Modelle neu vorbereiten</translation>
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
        <source>Any whole number of metres from 10 to 60. Where a network does not work at that resolution, it runs at the nearest one that it knows, and its result is resampled.</source>
        <translation>Eine beliebige ganze Zahl von 10 bis 60 Metern. Arbeitet ein Netz nicht bei dieser Auflösung, rechnet es bei der nächsten, die es kennt, und sein Ergebnis wird umgerechnet.</translation>
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
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} comes from {provider}, so it is no raster file. Export its raw data as a GeoTIFF.</source>
        <translation>{layer} kommt von {provider}, ist also keine Rasterdatei. Die Rohdaten als GeoTIFF exportieren.</translation>
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
        <source>No valid pixel</source>
        <translation>Kein gültiges Pixel</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Frei {clear:.0f} %, Wolke {cloud:.0f} %, Schatten {shadow:.0f} %</translation>
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
        <source>No valid pixel</source>
        <translation>Kein gültiges Pixel</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Frei {clear:.0f} %, Wolke {cloud:.0f} %, Schatten {shadow:.0f} %</translation>
    </message>
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
        <source>Mask products first</source>
        <translation>Zuerst Produkte maskieren</translation>
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
        <source>Products of the last run. Click a row to see its scene on the map; click a title to sort.</source>
        <translation>Produkte des letzten Laufs. Eine Zeile anklicken, um ihre Szene auf der Karte zu sehen; einen Spaltentitel anklicken, um zu sortieren.</translation>
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
