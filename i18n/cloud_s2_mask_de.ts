<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AddressDialog</name>
    <message>
        <source>For hosts that want a login: user and password, a header or a token; for a bucket, key and secret. Without it, variables of the environment and profiles count.</source>
        <translation>Für Server, die eine Anmeldung verlangen: Benutzer und Passwort, ein Header oder ein Token; für einen Bucket Schlüssel und Geheimnis. Ohne sie gelten Variablen der Umgebung und Profile.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Line {number}: {fault}</source>
        <translation>Zeile {number}: {fault}</translation>
    </message>
    <message>
        <source>Further lines with faults: {count}</source>
        <translation>Weitere Zeilen mit Fehlern: {count}</translation>
    </message>
    <message>
        <source>Add the products to the list</source>
        <translation>Die Produkte zur Liste hinzufügen</translation>
    </message>
    <message>
        <source>Correct the lines with faults.</source>
        <translation>Berichtigen Sie die Zeilen mit Fehlern.</translation>
    </message>
    <message>
        <source>Enter at least one address.</source>
        <translation>Geben Sie mindestens eine Adresse ein.</translation>
    </message>
    <message>
        <source>Add addresses of products</source>
        <translation>Adressen von Produkten hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Addresses of .SAFE or .zarr folders or .zip archives, one on each line: https://, s3:// or gs://</source>
        <translation>&amp;Adressen von .SAFE- oder .zarr-Ordnern oder .zip-Archiven, eine je Zeile: https://, s3:// oder gs://</translation>
    </message>
    <message>
        <source>Type or paste a list of addresses. Paths on this computer and GDAL&apos;s own paths, such as /vsis3/, are accepted too. Lines that begin with # are left out. Only what a mask needs is read, in place: nothing has to be downloaded first.</source>
        <translation>Tippen Sie eine Liste von Adressen ein, oder fügen Sie sie ein. Pfade auf diesem Rechner und GDALs eigene Pfade wie /vsis3/ gehen auch. Zeilen, die mit # beginnen, werden ausgelassen. Nur was eine Maske braucht, wird gelesen, an Ort und Stelle: Nichts muss vorher heruntergeladen werden.</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>A&amp;uthentifizierung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Algorithm</name>
    <message>
        <source>Cancelled. Unfinished files were removed.</source>
        <translation>Abgebrochen. Unfertige Dateien wurden entfernt.</translation>
    </message>
</context>
<context>
    <name>AlgorithmWindow</name>
    <message>
        <source>Switch on the Processing plugin first (Plugins &gt; Manage and Install Plugins).</source>
        <translation>Schalten Sie zuerst die Erweiterung Verarbeitung ein (Erweiterungen &gt; Erweiterungen verwalten und installieren).</translation>
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
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Value of masked pixels (empty: the raster&apos;s nodata)</source>
        <translation>Wert maskierter Pixel (leer: Leerwert des Rasters)</translation>
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
        <source>Any raster of the same area, with any number of bands and any pixel size.</source>
        <translation>Ein beliebiges Raster desselben Gebiets, mit beliebig vielen Kanälen und beliebiger Pixelgröße.</translation>
    </message>
    <message>
        <source>A cloud mask or a valid mask. Pixels outside it are masked too.</source>
        <translation>Eine Wolkenmaske oder eine Gültigkeitsmaske. Auch Pixel außerhalb davon werden maskiert.</translation>
    </message>
    <message>
        <source>If the raster has none: NaN, 0 for unsigned integers, else the smallest number.</source>
        <translation>Hat das Raster keinen: NaN, bei ganzen Zahlen ohne Vorzeichen 0, sonst die kleinste Zahl.</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels were masked and set to {nodata:g}.</source>
        <translation>{share:.1f} % der Pixel wurden maskiert und auf {nodata:g} gesetzt.</translation>
    </message>
    <message>
        <source>The raster declares no nodata value, so this one was chosen.</source>
        <translation>Das Raster gibt keinen Leerwert an, daher wurde dieser gewählt.</translation>
    </message>
    <message>
        <source>A GeoTIFF with the bands, names and colours of the raster.</source>
        <translation>Ein GeoTIFF mit den Kanälen, Namen und Farben des Rasters.</translation>
    </message>
    <message>
        <source>No pixel is left: check that mask and raster are of the same tile and area, and the classes.</source>
        <translation>Kein Pixel bleibt übrig: prüfen, ob Maske und Raster dieselbe Kachel und dasselbe Gebiet haben, und die Klassen.</translation>
    </message>
</context>
<context>
    <name>AreaGeometry</name>
    <message>
        <source>{name} has no extent. Choose another area of interest.</source>
        <translation>{name} hat keine Ausdehnung. Ein anderes Interessengebiet wählen.</translation>
    </message>
    <message>
        <source>{name} has no polygons. Choose another area of interest.</source>
        <translation>{name} hat keine Polygone. Ein anderes Interessengebiet wählen.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Set one first.</source>
        <translation>{name} hat kein Koordinatenbezugssystem. Zuerst eines zuweisen.</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
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
        <source>Select features of {name} on the map.</source>
        <translation>Objekte von {name} auf der Karte wählen.</translation>
    </message>
    <message>
        <source>The layer whose extent or features are the area of interest</source>
        <translation>Der Layer, dessen Ausdehnung oder Objekte das Interessengebiet sind</translation>
    </message>
    <message>
        <source>{count} polygons, {crs}</source>
        <translation>{count} Polygone, {crs}</translation>
    </message>
    <message>
        <source>{name} has more than {count} features. Select some of them, or dissolve the layer.</source>
        <translation>{name} hat mehr als {count} Objekte. Einige davon wählen oder den Layer auflösen.</translation>
    </message>
    <message>
        <source>Masks only this area of each product, in a fraction of the time. The mask is cut to the area, and its labels equal those of a mask of the whole product. Products that do not touch the area are skipped.</source>
        <translation>Maskiert nur dieses Gebiet jedes Produkts, in einem Bruchteil der Zeit. Die Maske wird auf das Gebiet zugeschnitten; ihre Klassen sind dieselben wie in einer Maske des ganzen Produkts. Produkte, die das Gebiet nicht berühren, werden übersprungen.</translation>
    </message>
    <message>
        <source>The area to mask; products that do not touch it are skipped</source>
        <translation>Das zu maskierende Gebiet; Produkte, die es nicht berühren, werden übersprungen</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map; this window is hidden meanwhile</source>
        <translation>Ein Rechteck auf der Karte aufziehen; dieses Fenster wird solange ausgeblendet</translation>
    </message>
    <message>
        <source>Click the corners of a polygon on the map; this window is hidden meanwhile</source>
        <translation>Die Ecken eines Polygons auf der Karte anklicken; dieses Fenster wird solange ausgeblendet</translation>
    </message>
    <message>
        <source>Entire product</source>
        <translation>Ganzes Produkt</translation>
    </message>
    <message>
        <source>Add products first: the map shows their outlines to draw on</source>
        <translation>Zuerst Produkte hinzufügen: Die Karte zeigt ihre Umrisse als Zeichengrundlage</translation>
    </message>
    <message>
        <source>Add products first, then draw the area of interest.</source>
        <translation>Zuerst Produkte hinzufügen, dann das Interessengebiet zeichnen.</translation>
    </message>
    <message>
        <source>No usable layer. Add one, or draw the area.</source>
        <translation>Kein verwendbarer Layer. Einen hinzufügen oder das Gebiet zeichnen.</translation>
    </message>
    <message>
        <source>No usable polygon layer. Add one, or draw the area.</source>
        <translation>Kein verwendbarer Polygonlayer. Einen hinzufügen oder das Gebiet zeichnen.</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Rechteck zeichnen</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Polygon zeichnen</translation>
    </message>
    <message>
        <source>Layer of the area</source>
        <translation>Layer des Gebiets</translation>
    </message>
    <message>
        <source>Choose an area of interest below the list of products first.</source>
        <translation>Wählen Sie zuerst ein Interessengebiet unter der Liste der Produkte.</translation>
    </message>
    <message>
        <source>The map is empty. Add a layer, such as a map of the world, and zoom to your area.</source>
        <translation>Die Karte ist leer. Fügen Sie einen Layer hinzu, etwa eine Weltkarte, und zoomen Sie auf Ihr Gebiet.</translation>
    </message>
</context>
<context>
    <name>AreaTools</name>
    <message>
        <source>Area of interest</source>
        <translation>Interessengebiet</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. Esc cancels.</source>
        <translation>Ein Rechteck auf der Karte aufziehen. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Click the corners of a polygon, right-click to close it. Esc cancels.</source>
        <translation>Die Ecken eines Polygons anklicken, ein Rechtsklick schließt es. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Line of the least clear share</source>
        <translation>Linie des kleinsten wolkenfreien Anteils</translation>
    </message>
    <message>
        <source>At least {least} % clear: drag the line, or move it with the arrow keys</source>
        <translation>Mindestens {least} % wolkenfrei: Ziehen Sie die Linie, oder bewegen Sie sie mit den Pfeiltasten</translation>
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
        <source>Prefix of the new columns</source>
        <translation>Präfix der neuen Spalten</translation>
    </message>
    <message>
        <source>values of more than 8 bits</source>
        <translation>Werte mit mehr als 8 Bit</translation>
    </message>
    <message>
        <source>the value {value}</source>
        <translation>den Wert {value}</translation>
    </message>
    <message>
        <source>Fields, parcels or study areas, in any coordinate reference system.</source>
        <translation>Felder, Parzellen oder Untersuchungsgebiete, in einem beliebigen Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Distinguishes the columns of several masks, for example 0716_ for 16 July.</source>
        <translation>Unterscheidet die Spalten mehrerer Masken, zum Beispiel 0716_ für den 16. Juli.</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translation>Abgebrochen. Es wurde kein Layer geschrieben.</translation>
    </message>
    <message>
        <source>Class statistics</source>
        <translation>Klassenstatistik</translation>
    </message>
    <message>
        <source>None of the polygons lies on the mask. Choose the mask of the same area.</source>
        <translation>Keines der Polygone liegt auf der Maske. Die Maske desselben Gebiets wählen.</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Eine Maske dieser Erweiterung oder ein Raster mit denselben Werten.</translation>
    </message>
    <message>
        <source>The polygons with the shares of the classes as new columns.</source>
        <translation>Die Polygone mit den Anteilen der Klassen als neuen Spalten.</translation>
    </message>
    <message>
        <source>The raster is not a cloud mask: it contains {content}. Choose a raster of 0 clear, 1 cloud or thick cloud, 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water and 255 no data.</source>
        <translation>Das Raster ist keine Wolkenmaske: Es enthält {content}. Ein Raster mit 0 wolkenfrei, 1 Wolke oder dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten, 4 Schnee oder Eis, 5 Wasser und 255 keine Daten wählen.</translation>
    </message>
</context>
<context>
    <name>ClearAlgorithm</name>
    <message>
        <source>They grow by this distance into clear areas. Areas without data do not grow.</source>
        <translation>Sie wachsen um diese Entfernung in wolkenfreie Flächen. Flächen ohne Daten wachsen nicht.</translation>
    </message>
    <message>
        <source>Classes to mask</source>
        <translation>Zu maskierende Klassen</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Puffer um Wolken und Schatten (Meter)</translation>
    </message>
    <message>
        <source>Ignore objects smaller than (hectares)</source>
        <translation>Objekte ignorieren, die kleiner sind als (Hektar)</translation>
    </message>
    <message>
        <source>Smaller clouds and shadows count as clear and get no buffer.</source>
        <translation>Kleinere Wolken und Schatten zählen als wolkenfrei und erhalten keinen Puffer.</translation>
    </message>
    <message>
        <source>Pixels without data are never usable. Only some models tell snow and water from clear.</source>
        <translation>Pixel ohne Daten sind nie nutzbar. Nur manche Modelle unterscheiden Schnee und Wasser von wolkenfrei.</translation>
    </message>
</context>
<context>
    <name>CloudS2MaskPlugin</name>
    <message>
        <source>Mask clouds in Sentinel-2 products…</source>
        <translation>Wolken in Sentinel-2-Produkten maskieren…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelle…</translation>
    </message>
    <message>
        <source>{title} was downloaded and is ready.</source>
        <translation>{title} wurde heruntergeladen und ist bereit.</translation>
    </message>
    <message>
        <source>Install or update components…</source>
        <translation>Komponenten installieren oder aktualisieren…</translation>
    </message>
    <message>
        <source>Correct a mask by hand…</source>
        <translation>Maske von Hand korrigieren…</translation>
    </message>
    <message>
        <source>Select a cloud mask in the layers panel first.</source>
        <translation>Wählen Sie zuerst eine Wolkenmaske im Layerbedienfeld.</translation>
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
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Classes to compare</source>
        <translation>Zu vergleichende Klassen</translation>
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
    <message>
        <source>Class values of the mask</source>
        <translation>Klassenwerte der Maske</translation>
    </message>
    <message>
        <source>Custom class values of the mask (empty: as above)</source>
        <translation>Eigene Klassenwerte der Maske (leer: wie oben)</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Eine Maske dieser Erweiterung oder ein Raster mit denselben Werten.</translation>
    </message>
    <message>
        <source>A page with all measures and the confusion matrix.</source>
        <translation>Eine Seite mit allen Maßen und der Konfusionsmatrix.</translation>
    </message>
    <message>
        <source>A raster of both classes: 10 x reference + mask.</source>
        <translation>Ein Raster beider Klassen: 10 x Referenz + Maske.</translation>
    </message>
    <message>
        <source>A table of the pixels per class of both rasters.</source>
        <translation>Eine Tabelle der Pixel je Klasse beider Raster.</translation>
    </message>
    <message>
        <source>A table with the accuracies of each class.</source>
        <translation>Eine Tabelle mit den Genauigkeiten jeder Klasse.</translation>
    </message>
    <message>
        <source>Lower end of kappa&apos;s 95 % interval</source>
        <translation>Untere Grenze des 95-%-Intervalls von Kappa</translation>
    </message>
    <message>
        <source>Upper end of kappa&apos;s 95 % interval</source>
        <translation>Obere Grenze des 95-%-Intervalls von Kappa</translation>
    </message>
    <message>
        <source>Share of clear pixels that the mask calls cloud (0 to 1)</source>
        <translation>Anteil der wolkenfreien Pixel, die laut Maske Wolke sind (0 bis 1)</translation>
    </message>
    <message>
        <source>Share of clear pixels that the mask calls shadow (0 to 1)</source>
        <translation>Anteil der wolkenfreien Pixel, die laut Maske Schatten sind (0 bis 1)</translation>
    </message>
    <message>
        <source>Merge classes that one of the two does not distinguish. Snow and water are clear if one lacks them.</source>
        <translation>Klassen zusammenfassen, die eines der beiden Raster nicht unterscheidet. Schnee und Wasser sind wolkenfrei, wenn sie einem fehlen.</translation>
    </message>
</context>
<context>
    <name>CompareSystems</name>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>cloud,shadow,model,benchmark,agreement,disagreement,side by side,time,memory,accuracy</source>
        <translation>Wolke,Schatten,Modell,Benchmark,Übereinstimmung,Widerspruch,nebeneinander,Zeit,Speicher,Genauigkeit</translation>
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
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>In the group of the product, hidden below the map of the disagreement.</source>
        <translation>In der Gruppe des Produkts, ausgeblendet unter der Karte der Widersprüche.</translation>
    </message>
    <message>
        <source>Add the masks to the map</source>
        <translation>Masken zur Karte hinzufügen</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>The masks, the report and its tables are written here.</source>
        <translation>Die Masken, der Bericht und seine Tabellen werden hierhin geschrieben.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at least two models, or empty for all.</source>
        <translation>{name} ist {value}, muss aber mindestens zwei Modelle enthalten oder leer sein für alle.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>INPUT is empty. Choose a Sentinel-2 product.</source>
        <translation>INPUT ist leer. Ein Sentinel-2-Produkt wählen.</translation>
    </message>
    <message>
        <source>Comparing the masks</source>
        <translation>Masken werden verglichen</translation>
    </message>
    <message>
        <source>{seconds:.1f} s, {gigabytes:.2f} GB</source>
        <translation>{seconds:.1f} s, {gigabytes:.2f} GB</translation>
    </message>
    <message>
        <source>Disagreement of {count} models, {scene}</source>
        <translation>Widersprüche von {count} Modellen, {scene}</translation>
    </message>
    <message>
        <source>Report of the comparison</source>
        <translation>Bericht des Vergleichs</translation>
    </message>
    <message>
        <source>Map of the disagreement</source>
        <translation>Karte der Widersprüche</translation>
    </message>
    <message>
        <source>Table of the models (CSV)</source>
        <translation>Tabelle der Modelle (CSV)</translation>
    </message>
    <message>
        <source>Table of the agreement (CSV)</source>
        <translation>Tabelle der Übereinstimmung (CSV)</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Wolkenmasken</translation>
    </message>
    <message>
        <source>All models agree (percent of the pixels)</source>
        <translation>Alle Modelle stimmen überein (Prozent der Pixel)</translation>
    </message>
    <message>
        <source>Models with a mask</source>
        <translation>Modelle mit einer Maske</translation>
    </message>
    <message>
        <source>Models that failed</source>
        <translation>Modelle, die fehlschlugen</translation>
    </message>
    <message>
        <source>Empty: the automatic choice and all others on this computer that fit the product and the resolution, without the networks of the automatic choice alone.</source>
        <translation>Leer: die automatische Wahl und alle anderen auf diesem Rechner, die zu Produkt und Auflösung passen, ohne die Netze der automatischen Wahl allein.</translation>
    </message>
    <message>
        <source>{product} is an address, and each model would read it again. Download the product first.</source>
        <translation>{product} ist eine Adresse, und jedes Modell würde sie neu lesen. Laden Sie das Produkt zuerst herunter.</translation>
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
        <source>Composite</source>
        <translation>Komposit</translation>
    </message>
    <message>
        <source>Cloud masks or valid masks, one per scene. Without them, all pixels with data count as clear.</source>
        <translation>Wolkenmasken oder Gültigkeitsmasken, eine je Szene. Ohne sie gelten alle Pixel mit Daten als wolkenfrei.</translation>
    </message>
    <message>
        <source>median: band by band. newest, clearest: pixels of the newest or clearest scene that is clear there.</source>
        <translation>median: Kanal für Kanal. newest, clearest: Pixel der neuesten oder wolkenärmsten Szene, die dort wolkenfrei ist.</translation>
    </message>
    <message>
        <source>INPUTS is empty. Choose at least one scene.</source>
        <translation>INPUTS ist leer. Mindestens eine Szene wählen.</translation>
    </message>
    <message>
        <source>Input scenes</source>
        <translation>Eingabeszenen</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Wolkenmasken</translation>
    </message>
    <message>
        <source>Compositing method</source>
        <translation>Kompositverfahren</translation>
    </message>
    <message>
        <source>Pixels with a clear observation (percent)</source>
        <translation>Pixel mit einer wolkenfreien Beobachtung (Prozent)</translation>
    </message>
    <message>
        <source>Rasters with the same bands in the same order. The first one sets the pixels of the result, which covers all scenes on the same pixels.</source>
        <translation>Raster mit denselben Kanälen in derselben Reihenfolge. Das erste bestimmt die Pixel des Ergebnisses, das alle Szenen mit denselben Pixeln umfasst.</translation>
    </message>
    <message>
        <source>The bands of the scenes, and the number of clear observations.</source>
        <translation>Die Kanäle der Szenen und die Anzahl der wolkenfreien Beobachtungen.</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Correct mask</source>
        <translation>Maske korrigieren</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} wird gelesen …</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Paint the class inside a polygon</source>
        <translation>Die Klasse in ein Polygon malen</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Paint the class along the pointer</source>
        <translation>Die Klasse entlang des Mauszeigers malen</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Paint the class over a connected patch</source>
        <translation>Die Klasse über eine zusammenhängende Fläche malen</translation>
    </message>
    <message>
        <source>Width of the brush on the ground</source>
        <translation>Breite des Pinsels am Boden</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>Pinselbreite</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Version speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>{name} malen</translation>
    </message>
    <message>
        <source>The version is being saved.</source>
        <translation>Die Version wird gespeichert.</translation>
    </message>
    <message>
        <source>Nothing has been painted yet.</source>
        <translation>Noch nichts ist gemalt.</translation>
    </message>
    <message>
        <source>Undo the last edit (Ctrl+Z)</source>
        <translation>Die letzte Änderung rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Wiederholen, was rückgängig gemacht wurde</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Nichts wurde rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Save the corrected mask beside the mask, which stays as it is</source>
        <translation>Die korrigierte Maske neben der Maske speichern, die bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>An edit is being painted.</source>
        <translation>Eine Änderung wird gemalt.</translation>
    </message>
    <message>
        <source>End the correction without saving</source>
        <translation>Die Korrektur beenden, ohne zu speichern</translation>
    </message>
    <message>
        <source>Choose a tool to go on.</source>
        <translation>Wählen Sie ein Werkzeug, um fortzufahren.</translation>
    </message>
    <message>
        <source>Nothing changes there: it has this class, or no data.</source>
        <translation>Dort ändert sich nichts: Es hat diese Klasse oder keine Daten.</translation>
    </message>
    <message>
        <source>A new version of {scene} was saved: {clear}, before {former}.</source>
        <translation>Eine neue Version von {scene} wurde gespeichert: {clear}, vorher {former}.</translation>
    </message>
    <message>
        <source>The edits are not saved. Discard them?</source>
        <translation>Die Änderungen sind nicht gespeichert. Verwerfen?</translation>
    </message>
    <message>
        <source>Earlier edits can no longer be undone.</source>
        <translation>Frühere Änderungen können nicht mehr rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>The edits are not saved: save the version, or discard it.</source>
        <translation>Die Änderungen sind nicht gespeichert: Speichern Sie die Version, oder verwerfen Sie sie.</translation>
    </message>
</context>
<context>
    <name>CorrectionTools</name>
    <message>
        <source>Drag over the map to paint. Esc cancels.</source>
        <translation>Zum Malen über die Karte ziehen. Esc bricht ab.</translation>
    </message>
    <message>
        <source>Click a patch of a class: all of it that hangs together is painted.</source>
        <translation>Eine Fläche einer Klasse anklicken: Alles, was zusammenhängt, wird bemalt.</translation>
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
        <source>{name} does not touch the area of interest.</source>
        <translation>{name} berührt das Interessengebiet nicht.</translation>
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
        <source>{name} is {value:g}, but must be from 0 to {limit:g}.</source>
        <translation>{name} ist {value:g}, muss aber von 0 bis {limit:g} sein.</translation>
    </message>
    <message>
        <source>The processor, in 32 bits.</source>
        <translation>Der Prozessor, mit 32 Bit.</translation>
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
        <source>{name} cannot be used: {reason}. Correct or remove it.</source>
        <translation>{name} kann nicht verwendet werden: {reason}. Korrigieren oder entfernen.</translation>
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
        <source>The model card {path} cannot be used: {reason}. Correct or remove it.</source>
        <translation>Die Modellkarte {path} kann nicht verwendet werden: {reason}. Korrigieren oder entfernen.</translation>
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
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}). Choose a raster file that QGIS can open.</source>
        <translation>{name} kann nicht gelesen werden ({reason}). Eine Rasterdatei wählen, die QGIS öffnen kann.</translation>
    </message>
    <message>
        <source>{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 and 0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for reflectance.</source>
        <translation>{name} hat eine unplausible mittlere Reflektanz von {median:.4g} im Blau. scale und offset prüfen: 0.0001 und 0 bei den meisten Sentinel-2-Dateien, 0.0001 und -0.1 ab Prozessierungs-Baseline 04.00, 1 und 0 bei Reflektanz.</translation>
    </message>
    <message>
        <source>level is {level!r}, but must be L1C or L2A.</source>
        <translation>level ist {level!r}, muss aber L1C oder L2A sein.</translation>
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
        <source>Product</source>
        <translation>Produkt</translation>
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
        <source>ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.</source>
        <translation>ONNX Runtime kann das Netz {network} nicht laden ({reason}). Erneut exportieren oder kopieren.</translation>
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
        <source>must be one of {choices}</source>
        <translation>muss eines von {choices} sein</translation>
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
        <source>must be a whole number of pixels</source>
        <translation>muss eine ganze Zahl von Pixeln sein</translation>
    </message>
    <message>
        <source>must be among {choices}</source>
        <translation>muss aus {choices} stammen</translation>
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
        <source>must be below half of patch_size</source>
        <translation>muss kleiner als die Hälfte von patch_size sein</translation>
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
        <source>must be numbers with a decimal point, one per band</source>
        <translation>müssen Zahlen mit Dezimalpunkt sein, eine je Kanal</translation>
    </message>
    <message>
        <source>must be numbers above 0 with a decimal point, one per band</source>
        <translation>müssen Zahlen über 0 mit Dezimalpunkt sein, eine je Kanal</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
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
        <source>{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and patch_multiple.</source>
        <translation>{network} kann einen Ausschnitt von {edge} Pixeln nicht verarbeiten ({reason}). patch_size und patch_multiple berichtigen.</translation>
    </message>
    <message>
        <source>is empty, but {must}</source>
        <translation>fehlt und {must}</translation>
    </message>
    <message>
        <source>must be a multiple of {pixels}</source>
        <translation>muss ein Vielfaches von {pixels} sein</translation>
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
    <message>
        <source>{path} contains complex numbers, which cannot be masked. Choose another raster.</source>
        <translation>{path} enthält komplexe Zahlen, die nicht maskiert werden können. Ein anderes Raster wählen.</translation>
    </message>
    <message>
        <source>The nodata value {nodata:g} does not fit the {dtype} values of {path}. Choose another value.</source>
        <translation>Der Leerwert {nodata:g} passt nicht zu den {dtype}-Werten von {path}. Einen anderen Wert wählen.</translation>
    </message>
    <message>
        <source>A GeoTIFF with {dtype} values cannot store the nodata value {nodata:g} for {path}. Choose a value of 0 or more that the raster does not contain.</source>
        <translation>Ein GeoTIFF mit {dtype}-Werten kann den Leerwert {nodata:g} für {path} nicht speichern. Einen Wert ab 0 wählen, den das Raster nicht enthält.</translation>
    </message>
    <message>
        <source>The value {value} occurs twice in the list {text!r}. Give it one class.</source>
        <translation>Der Wert {value} kommt in der Liste {text!r} zweimal vor. Ihm nur eine Klasse zuordnen.</translation>
    </message>
    <message>
        <source>{entry!r} is not a pair of value and class, such as 1:clear. Separate pairs by commas; classes are {classes} and nodata.</source>
        <translation>{entry!r} ist kein Paar aus Wert und Klasse wie 1:clear. Paare durch Kommas trennen; Klassen sind {classes} und nodata.</translation>
    </message>
    <message>
        <source>{mask} and {reference} have no pixel with data in common. {hint}</source>
        <translation>{mask} und {reference} haben kein gemeinsames Pixel mit Daten. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a classification: it has more than {limit} values. Choose a mask or a classification.</source>
        <translation>{path} ist keine Klassifikation: Die Datei hat mehr als {limit} Werte. Eine Maske oder eine Klassifikation wählen.</translation>
    </message>
    <message>
        <source>The acquisition time of {scene} is unknown. Put it in the file name (as 20170216T102101), set it in the layer properties, or choose another method.</source>
        <translation>Der Aufnahmezeitpunkt von {scene} ist unbekannt. Ihn in den Dateinamen schreiben (wie 20170216T102101), in den Layereigenschaften setzen oder eine andere Methode wählen.</translation>
    </message>
    <message>
        <source>{scene} has {count} bands, but the first scene has {expected}. Choose scenes with the same bands in the same order.</source>
        <translation>{scene} hat {count} Kanäle, die erste Szene {expected}. Szenen mit denselben Kanälen in derselben Reihenfolge wählen.</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (precision): share of the mask&apos;s pixels of a class that the reference confirms. Producer&apos;s accuracy (recall): share of the reference&apos;s pixels of a class that the mask finds. F1: harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced accuracy: mean of the producer&apos;s accuracies of the classes in the reference. A dash means that there is no pixel to divide by. Only pixels with data in both rasters count; if the grids differ, the reference was resampled to the mask&apos;s grid by nearest neighbour.</source>
        <translation>Nutzergenauigkeit (Precision): Anteil der Pixel einer Klasse der Maske, den die Referenz bestätigt. Produzentengenauigkeit (Recall): Anteil der Pixel einer Klasse der Referenz, den die Maske findet. F1: harmonisches Mittel der beiden. IoU: Pixel der Klasse in beiden, geteilt durch die in mindestens einem von beiden. Balancierte Genauigkeit: Mittel der Produzentengenauigkeiten der Klassen in der Referenz. Ein Strich steht, wo es keine Pixel gibt, durch die zu teilen wäre. Nur Pixel mit Daten in beiden Rastern zählen; bei verschiedenen Gittern wurde die Referenz mit dem nächsten Nachbarn auf das Gitter der Maske umgerechnet.</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls cloud or shadow</source>
        <translation>Wolkenfreie Pixel der Referenz, die laut Maske Wolke oder Schatten sind</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free disk space, or choose another output folder.</source>
        <translation>{path} konnte nicht geschrieben werden ({reason}). Speicherplatz freigeben oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that use it, or choose another output folder.</source>
        <translation>{path} kann nicht ersetzt werden ({reason}). Den Layer aus QGIS entfernen, andere Programme schließen, die die Datei verwenden, oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Keine Daten</translation>
    </message>
    <message>
        <source>{path} is not a cloud mask: it has {bands} bands instead of one. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} ist keine Wolkenmaske: Die Datei hat {bands} Kanäle statt eines einzigen. Eine mit CloudS2Mask erstellte Maske wählen.</translation>
    </message>
    <message>
        <source>{path} is not a cloud mask: it contains the value {value:g}, but may contain only {allowed}. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} ist keine Wolkenmaske: Die Datei enthält den Wert {value:g}, erlaubt sind nur {allowed}. Eine mit CloudS2Mask erstellte Maske wählen.</translation>
    </message>
    <message>
        <source>The band file {path} is empty or damaged ({reason}). Download the product again.</source>
        <translation>Die Kanaldatei {path} ist leer oder beschädigt ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} was not read: it contains the unsafe file name {name!r}. Download the product again from a trusted provider.</source>
        <translation>{path} wurde nicht gelesen: Das Archiv enthält den unsicheren Dateinamen {name!r}. Das Produkt erneut von einem vertrauenswürdigen Anbieter herunterladen.</translation>
    </message>
    <message>
        <source>{path} lacks the field {field}. Download the product again.</source>
        <translation>In {path} fehlt das Feld {field}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>The quantification value in {path} is {quantification}, but must be above 0. Download the product again.</source>
        <translation>Der Quantifizierungswert in {path} ist {quantification}, muss aber über 0 liegen. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} was not read: it has {megabytes:.0f} MB, but product metadata has at most 20 MB. Download the product again.</source>
        <translation>{path} wurde nicht gelesen: Die Datei hat {megabytes:.0f} MB, Produktmetadaten haben höchstens 20 MB. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} contains a {declaration}, so it is not original product metadata. Download the product again.</source>
        <translation>{path} enthält {declaration}, ist also keine Original-Metadatendatei. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{field} in {path} is {value!r}, but must be a number. Download the product again.</source>
        <translation>{field} in {path} ist {value!r}, muss aber eine Zahl sein. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} has {field} {value!r}, which is not supported. Supported: {supported}.</source>
        <translation>{path} hat {field} {value!r}, was nicht unterstützt wird. Unterstützt: {supported}.</translation>
    </message>
    <message>
        <source>{path} is not well-formed XML ({reason}). Download the product again.</source>
        <translation>{path} ist kein wohlgeformtes XML ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{field} in {path} is {value!r}, but must be a time. Download the product again.</source>
        <translation>{field} in {path} ist {value!r}, muss aber ein Zeitpunkt sein. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} has a {field} with the unknown band_id {band_id!r}. Download the product again.</source>
        <translation>{path} hat ein Element {field} mit der unbekannten band_id {band_id!r}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose a folder with .SAFE products.</source>
        <translation>{path} ist nicht vorhanden. Einen Ordner mit .SAFE-Produkten wählen.</translation>
    </message>
    <message>
        <source>{path} has no granule in its GRANULE folder. Download the product again.</source>
        <translation>Im Ordner GRANULE von {path} liegt kein Granule. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} contains {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.</source>
        <translation>{path} enthält {count} Kacheln. Einen der Ordner im GRANULE-Ordner wählen, etwa {granule}.</translation>
    </message>
    <message>
        <source>The name of granule {granule} in {path} has no tile such as T33UUU. Download the product again.</source>
        <translation>Der Name des Granules {granule} in {path} enthält keine Kachel wie T33UUU. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} has no scene classification (SCL). Choose an L2A product.</source>
        <translation>{name} hat keine Szenenklassifikation (SCL). Ein L2A-Produkt wählen.</translation>
    </message>
    <message>
        <source>The metadata of {name} has no offset for band {band}. Download the product again.</source>
        <translation>In den Metadaten von {name} fehlt der Offset für Kanal {band}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Download the product again.</source>
        <translation>{path} kann nicht gelesen werden ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} hat kein Koordinatenbezugssystem. Mit 'Projektion zuweisen' eines zuweisen.</translation>
    </message>
    <message>
        <source>The pixel size of {name} is in {units}, but models need metres. {remedy}</source>
        <translation>Die Pixelgröße von {name} ist in {units} angegeben, die Modelle brauchen aber Meter. {remedy}</translation>
    </message>
    <message>
        <source>{name} is rotated or upside down. {remedy}</source>
        <translation>{name} ist gedreht oder steht auf dem Kopf. {remedy}</translation>
    </message>
    <message>
        <source>The pixels of {name} are not square ({size} metres). {remedy}</source>
        <translation>Die Pixel von {name} sind nicht quadratisch ({size} Meter). {remedy}</translation>
    </message>
    <message>
        <source>Band {number} of {name} contains complex numbers, not reflectance. Choose another band.</source>
        <translation>Kanal {number} von {name} enthält komplexe Zahlen, keine Reflektanz. Einen anderen Kanal wählen.</translation>
    </message>
    <message>
        <source>{bands} cannot be assigned, only {assignable}.</source>
        <translation>{bands} kann nicht zugewiesen werden, nur {assignable}.</translation>
    </message>
    <message>
        <source>scale is {scale!r}, but must be above 0. Reflectance is value x scale + offset.</source>
        <translation>scale ist {scale!r}, muss aber über 0 liegen. Reflektanz ist Wert x scale + offset.</translation>
    </message>
    <message>
        <source>offset is {offset!r}, but must be from -3 to 3 in units of reflectance. To subtract 1000 from values of scale 0.0001, enter -0.1.</source>
        <translation>offset ist {offset!r}, muss aber von -3 bis 3 sein, in Einheiten der Reflektanz. Um bei scale 0.0001 von den Werten 1000 abzuziehen, -0.1 angeben.</translation>
    </message>
    <message>
        <source>{name} has no band {number}, which is assigned to {bands}. Choose a band from 1 to {count}.</source>
        <translation>{name} hat keinen Kanal {number}, der {bands} zugewiesen ist. Einen Kanal von 1 bis {count} wählen.</translation>
    </message>
    <message>
        <source>Band {number} of {name} is assigned to {bands}. Assign a different band to each.</source>
        <translation>Kanal {number} von {name} ist {bands} zugewiesen. Jedem davon einen eigenen Kanal zuweisen.</translation>
    </message>
    <message>
        <source>not available for rasters</source>
        <translation>bei Rastern nicht verfügbar</translation>
    </message>
    <message>
        <source>{name} and {other} do not overlap. Choose rasters of the same area.</source>
        <translation>{name} und {other} überlappen sich nicht. Raster desselben Gebiets wählen.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system and cannot be aligned. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} hat kein Koordinatenbezugssystem und lässt sich nicht einpassen. Mit 'Projektion zuweisen' eines zuweisen.</translation>
    </message>
    <message>
        <source>The area of interest is a {geometry}, but must be a Polygon or MultiPolygon.</source>
        <translation>Das Interessengebiet ist vom Typ {geometry}, muss aber ein Polygon oder MultiPolygon sein.</translation>
    </message>
    <message>
        <source>The area of interest is empty or has points without x and y. Choose another area.</source>
        <translation>Das Interessengebiet ist leer oder hat Punkte ohne x und y. Ein anderes Gebiet wählen.</translation>
    </message>
    <message>
        <source>The area of interest is not a polygon ({reason}). Use a Polygon or MultiPolygon.</source>
        <translation>Das Interessengebiet ist kein Polygon ({reason}). Ein Polygon oder MultiPolygon verwenden.</translation>
    </message>
    <message>
        <source>The area of interest cannot be reprojected to {name} ({reason}). Check its coordinate reference system.</source>
        <translation>Das Interessengebiet lässt sich nicht in das System von {name} umprojizieren ({reason}). Sein Koordinatenbezugssystem prüfen.</translation>
    </message>
    <message>
        <source>Bands {reference_band} and {band} of {name} have different extents ({reference_extent}; {extent}). Download the product again.</source>
        <translation>Die Kanäle {reference_band} und {band} von {name} haben verschiedene Ausdehnungen ({reference_extent}; {extent}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>es ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>it is not valid JSON, see line {line}</source>
        <translation>es ist kein gültiges JSON, siehe Zeile {line}</translation>
    </message>
    <message>
        <source>requires the classes clear and thick_cloud, and blend must be probabilities</source>
        <translation>braucht die Klassen clear und thick_cloud, und blend muss probabilities sein</translation>
    </message>
    <message>
        <source>The model card {path} cannot be read ({reason}). Correct or remove it.</source>
        <translation>Die Modellkarte {path} kann nicht gelesen werden ({reason}). Korrigieren oder entfernen.</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>es ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>must have one value per band: the card has {bands} bands, {mean} means and {std} deviations</source>
        <translation>müssen einen Wert je Kanal haben: Die Modellkarte hat {bands} Kanäle, {mean} Mittelwerte und {std} Abweichungen</translation>
    </message>
    <message>
        <source>must be empty if normalisation is patch</source>
        <translation>müssen leer sein, wenn normalisation patch ist</translation>
    </message>
    <message>
        <source>must have a member if the card has a source, and none otherwise</source>
        <translation>muss member haben, wenn die Modellkarte source hat, und sonst nicht</translation>
    </message>
    <message>
        <source>must be patch unless normalisation is fixed</source>
        <translation>muss patch sein, außer wenn normalisation fixed ist</translation>
    </message>
    <message>
        <source>must contain clear and at least one of {classes}</source>
        <translation>müssen clear und mindestens eine von {classes} enthalten</translation>
    </message>
    <message>
        <source>contradict each other: {level} products have no {bands}. Remove {level} or {bands}</source>
        <translation>widersprechen sich: {level}-Produkte haben kein {bands}. {level} oder {bands} entfernen</translation>
    </message>
    <message>
        <source>There is no model {model!r}. Choose auto or one of: {names}; or import it with Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Es gibt kein Modell {model!r}. auto oder eines von diesen wählen: {names}; oder es mit Raster &gt; CloudS2Mask &gt; Modelle importieren.</translation>
    </message>
    <message>
        <source>one of them classifies each pixel on its own</source>
        <translation>eines davon klassifiziert jedes Pixel für sich</translation>
    </message>
    <message>
        <source>they have no processing level in common</source>
        <translation>sie haben keine Verarbeitungsstufe gemeinsam</translation>
    </message>
    <message>
        <source>they have no pixel size in common ({sizes})</source>
        <translation>sie haben keine Pixelgröße gemeinsam ({sizes})</translation>
    </message>
    <message>
        <source>{id} only supports patches of {own} pixels, not of {size}</source>
        <translation>{id} unterstützt nur Ausschnitte von {own} Pixeln, nicht von {size}</translation>
    </message>
    <message>
        <source>must be at most 64 lower-case letters, digits, &apos;.&apos;, &apos;-&apos; or &apos;_&apos;</source>
        <translation>muss aus höchstens 64 Kleinbuchstaben, Ziffern, '.', '-' oder '_' bestehen</translation>
    </message>
    <message>
        <source>must be Sentinel-2 bands, each once, optionally with {choices}</source>
        <translation>muss aus Sentinel-2-Kanälen bestehen, jeder einmal, wahlweise mit {choices}</translation>
    </message>
    <message>
        <source>must be the smallest and largest pixel size in metres, from 10</source>
        <translation>muss die kleinste und die größte Pixelgröße in Metern sein, ab 10</translation>
    </message>
    <message>
        <source>must contain threshold (between 0 and 1), average_px and dilate_px (0 to 50)</source>
        <translation>muss threshold (zwischen 0 und 1), average_px und dilate_px (0 bis 50) enthalten</translation>
    </message>
    <message>
        <source>must contain package, package_version and conversion (widen or trees)</source>
        <translation>muss package, package_version und conversion (widen oder trees) enthalten</translation>
    </message>
    <message>
        <source>{must}; {wrong} is not allowed</source>
        <translation>{must}; {wrong} ist nicht erlaubt</translation>
    </message>
    <message>
        <source>{must}; {wrong} occurs twice</source>
        <translation>{must}; {wrong} kommt zweimal vor</translation>
    </message>
    <message>
        <source>is not a card field</source>
        <translation>ist kein Feld einer Modellkarte</translation>
    </message>
    <message>
        <source>Import the model again, or remove it, with Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Das Modell mit Raster &gt; CloudS2Mask &gt; Modelle erneut importieren oder entfernen.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime has no device {device}. Choose one of: {names}.{remedy}</source>
        <translation>Die installierte ONNX Runtime hat kein Gerät {device}. Eines von diesen wählen: {names}.{remedy}</translation>
    </message>
    <message>
        <source> CUDA needs onnxruntime-gpu and its CUDA libraries.</source>
        <translation> CUDA braucht onnxruntime-gpu und die zugehörigen CUDA-Bibliotheken.</translation>
    </message>
    <message>
        <source> TensorRT needs onnxruntime-gpu and the TensorRT libraries.</source>
        <translation> TensorRT braucht onnxruntime-gpu und die TensorRT-Bibliotheken.</translation>
    </message>
    <message>
        <source> OpenVINO needs onnxruntime-openvino instead of onnxruntime.</source>
        <translation> OpenVINO braucht onnxruntime-openvino anstelle von onnxruntime.</translation>
    </message>
    <message>
        <source>NVIDIA GPU with TensorRT, in 16 bits; the first run needs minutes to build its engine.</source>
        <translation>NVIDIA-GPU über TensorRT, mit 16 Bit; der erste Lauf braucht einige Minuten, um die Engine zu erstellen.</translation>
    </message>
    <message>
        <source>The processor with OpenVINO, in 32 bits.</source>
        <translation>Der Prozessor über OpenVINO, mit 32 Bit.</translation>
    </message>
    <message>
        <source>The processor with OpenVINO, in bfloat16: twice as fast on processors that support it (most since 2022); 0.7 % of labels differ on cirrus and haze.</source>
        <translation>Der Prozessor über OpenVINO, in bfloat16: doppelt so schnell auf Prozessoren, die es unterstützen (die meisten seit 2022); 0,7 % der Klassen weichen bei Zirrus und Dunst ab.</translation>
    </message>
    <message>
        <source>The network of model {model} has {inputs} input and {outputs} output channels, but its card has {bands} bands and {classes} classes. {remedy}</source>
        <translation>Das Netz des Modells {model} hat {inputs} Eingabe- und {outputs} Ausgabekanäle, die Modellkarte aber {bands} Kanäle und {classes} Klassen. {remedy}</translation>
    </message>
    <message>
        <source>ONNX Runtime failed on {device} ({reason}). Close other programs to free memory, or choose a smaller patch size.</source>
        <translation>ONNX Runtime ist auf {device} fehlgeschlagen ({reason}). Andere Programme schließen, um Arbeitsspeicher freizugeben, oder eine kleinere Ausschnittgröße wählen.</translation>
    </message>
    <message>
        <source>{device} could not be used ({reason}). Continued with {fallback}.</source>
        <translation>{device} konnte nicht verwendet werden ({reason}). Weiter mit {fallback}.</translation>
    </message>
    <message>
        <source>{device} failed with {count} patches at a time ({reason}). Continued with {batch_size}.</source>
        <translation>{device} ist mit {count} Ausschnitten auf einmal fehlgeschlagen ({reason}). Weiter mit {batch_size}.</translation>
    </message>
    <message>
        <source>it was not initialised</source>
        <translation>nicht initialisiert</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}. Install the packages by hand as described in the guide.</source>
        <translation>Der Python-Interpreter von QGIS wurde weder in {exec_prefix} noch neben {executable} gefunden. Die Pakete von Hand installieren, wie in der Anleitung beschrieben.</translation>
    </message>
    <message>
        <source>QGIS&apos;s Python ({executable}) has no {package}. Install it (Debian, Ubuntu: sudo apt install python3-pip), or put a wheel of pip into the folder of wheels.</source>
        <translation>Das Python von QGIS ({executable}) hat kein {package}. Es installieren (Debian, Ubuntu: sudo apt install python3-pip) oder ein Wheel von pip in den Ordner mit den Wheels legen.</translation>
    </message>
    <message>
        <source>{folder} is in use ({reason}). Restart QGIS, then try again before you open the CloudS2Mask window or make a mask.</source>
        <translation>{folder} wird verwendet ({reason}). QGIS neu starten und es noch einmal versuchen, bevor das Fenster von CloudS2Mask geöffnet oder eine Maske erstellt wird.</translation>
    </message>
    <message>
        <source>The decision trees cannot be converted: {reason} ({field}). Save the whole LightGBM model as text, with two classes and splits by thresholds.</source>
        <translation>Die Entscheidungsbäume können nicht umgewandelt werden: {reason} ({field}). Das ganze LightGBM-Modell als Text speichern, mit zwei Klassen und Teilungen nach Schwellenwerten.</translation>
    </message>
    <message>
        <source>the file does not begin like a LightGBM model</source>
        <translation>die Datei beginnt nicht wie ein LightGBM-Modell</translation>
    </message>
    <message>
        <source>the file is truncated</source>
        <translation>die Datei ist unvollständig</translation>
    </message>
    <message>
        <source>{objective} is not a probability of two classes</source>
        <translation>{objective} ist keine Wahrscheinlichkeit zweier Klassen</translation>
    </message>
    <message>
        <source>the model averages its trees instead of adding them</source>
        <translation>das Modell mittelt seine Bäume, statt sie zu addieren</translation>
    </message>
    <message>
        <source>the leaves contain linear models</source>
        <translation>die Blätter enthalten lineare Modelle</translation>
    </message>
    <message>
        <source>a split compares categories</source>
        <translation>eine Teilung vergleicht Kategorien</translation>
    </message>
    <message>
        <source>a split handles missing values separately</source>
        <translation>eine Teilung behandelt fehlende Werte gesondert</translation>
    </message>
    <message>
        <source>the branches are not connected</source>
        <translation>die Zweige hängen nicht zusammen</translation>
    </message>
    <message>
        <source>a split compares a band that does not exist</source>
        <translation>eine Teilung vergleicht einen Kanal, den es nicht gibt</translation>
    </message>
    <message>
        <source>{count} numbers were expected</source>
        <translation>{count} Zahlen wurden erwartet</translation>
    </message>
    <message>
        <source>the file is not text</source>
        <translation>die Datei ist kein Text</translation>
    </message>
    <message>
        <source>the field is missing</source>
        <translation>das Feld fehlt</translation>
    </message>
    <message>
        <source>{path} has wrong {field}: each needs the name of a file beside the card, without folders, and optionally its sha256. Correct the card.</source>
        <translation>In {path} ist {field} falsch: Jeder Eintrag braucht den Namen einer Datei neben der Modellkarte, ohne Ordner, und wahlweise deren sha256. Die Modellkarte korrigieren.</translation>
    </message>
    <message>
        <source>{path} has a {field}: models from packages cannot be imported. {remedy}</source>
        <translation>{path} hat das Feld {field}: Modelle aus Paketen können nicht importiert werden. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be imported: {model} is a built-in model. Choose another id.</source>
        <translation>{path} kann nicht importiert werden: {model} ist ein eingebautes Modell. Eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be imported: a model {model} exists. Replace it, or choose another id.</source>
        <translation>{path} kann nicht importiert werden: Es gibt schon ein Modell {model}. Es ersetzen oder eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>{network} does not match the {field} in its card. Export or copy it again.</source>
        <translation>{network} passt nicht zum Feld {field} der Modellkarte. Erneut exportieren oder kopieren.</translation>
    </message>
    <message>
        <source>{network} has no model card. Enter the card&apos;s fields, or choose its card.</source>
        <translation>{network} hat keine Modellkarte. Deren Felder ausfüllen oder die zugehörige Modellkarte wählen.</translation>
    </message>
    <message>
        <source>The network {network} of the card {path} is missing. Copy it beside the card.</source>
        <translation>Das Netz {network} der Modellkarte {path} fehlt. Es neben die Modellkarte kopieren.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Free disk space, or close the programs that use it.</source>
        <translation>{path} kann nicht geschrieben werden ({reason}). Speicherplatz freigeben oder die Programme schließen, die darauf zugreifen.</translation>
    </message>
    <message>
        <source>The id in its card is {id}, but its folder has another name.</source>
        <translation>Die Kennung in der Modellkarte ist {id}, der Ordner heißt aber anders.</translation>
    </message>
    <message>
        <source>The model in {path} cannot be removed ({reason}). Stop the runs that use it, then try again.</source>
        <translation>Das Modell in {path} kann nicht entfernt werden ({reason}). Die Läufe beenden, die es verwenden, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The network of model {model} is missing: {path}. {remedy}</source>
        <translation>Das Netz des Modells {model} fehlt: {path}. {remedy}</translation>
    </message>
    <message>
        <source>The network of model {model} is damaged or out of date: {path}. {remedy}</source>
        <translation>Das Netz des Modells {model} ist beschädigt oder veraltet: {path}. {remedy}</translation>
    </message>
    <message>
        <source>{file} in {wheel} does not match its hash in the model card. Download version {version} of {package}.</source>
        <translation>{file} in {wheel} passt nicht zur Prüfsumme in der Modellkarte. Version {version} von {package} herunterladen.</translation>
    </message>
    <message>
        <source>{wheel} does not contain {file} ({reason}). Download it again.</source>
        <translation>{wheel} enthält {file} nicht ({reason}). Erneut herunterladen.</translation>
    </message>
    <message>
        <source>{network} stores weights in another file ({file}). Export the network as a single file.</source>
        <translation>{network} speichert Gewichte in einer anderen Datei ({file}). Das Netz als einzelne Datei exportieren.</translation>
    </message>
    <message>
        <source>{network} has {bands} bands, but its card has {expected}. Correct the card, or choose another network.</source>
        <translation>{network} hat {bands} Kanäle, die Modellkarte aber {expected}. Die Modellkarte korrigieren oder ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>{network} has {classes} classes, but its card has {expected}. Correct the card, or choose another network.</source>
        <translation>{network} hat {classes} Klassen, die Modellkarte aber {expected}. Die Modellkarte korrigieren oder ein anderes Netz wählen.</translation>
    </message>
    <message>
        <source>{network} only accepts batches of {count} patches. Export it with a variable batch size.</source>
        <translation>{network} lässt nur die Stapelgröße {count} zu. Das Netz mit variabler Stapelgröße exportieren.</translation>
    </message>
    <message>
        <source>{network} does not classify each pixel on its own, but its card has the {field} pixel. Set it to patch.</source>
        <translation>{network} klassifiziert nicht jedes Pixel für sich, in der Modellkarte steht aber {field} pixel. Dort patch eintragen.</translation>
    </message>
    <message>
        <source>{network} is not an image network: it has {inputs} inputs with {input_dimensions} dimensions, and an output with {output_dimensions}. Choose a network with one input (batch, bands, height, width).</source>
        <translation>{network} ist kein Netz für Bilder (Eingänge: {inputs}, Dimensionen des Eingangs: {input_dimensions}, des Ausgangs: {output_dimensions}). Ein Netz mit einem einzigen Eingang (batch, bands, height, width) wählen.</translation>
    </message>
    <message>
        <source>{network} has an input of type {dtype}. Export it in float32.</source>
        <translation>{network} hat einen Eingang vom Typ {dtype}. Das Netz in float32 exportieren.</translation>
    </message>
    <message>
        <source>{network} returns an array of {shape} for a patch of {edge} pixels, but {expected} was expected. Export it with one map per class, as large as the patch.</source>
        <translation>{network} gibt für einen Ausschnitt von {edge} Pixeln ein Array {shape} aus, erwartet wurde {expected}. Das Netz so exportieren, dass es je Klasse ein Bild in der Größe des Ausschnitts ausgibt.</translation>
    </message>
    <message>
        <source>{network} only accepts patches of {height} x {width} pixels. Set patch_size and patch_multiple to this size, or export the network for any size.</source>
        <translation>{network} nimmt nur Ausschnitte von {height} x {width} Pixeln an. patch_size und patch_multiple auf diese Größe setzen oder das Netz für beliebige Größen exportieren.</translation>
    </message>
    <message>
        <source>{network} does not return probabilities: their sum in a pixel is {total:.3g}. If it returns logits, set {field} to softmax.</source>
        <translation>{network} gibt keine Wahrscheinlichkeiten aus: Ihre Summe in einem Pixel ist {total:.3g}. Gibt das Netz Logits aus, {field} auf softmax setzen.</translation>
    </message>
    <message>
        <source>must be {count} as in the network, not {typed}</source>
        <translation>müssen {count} sein wie im Netz, nicht {typed}</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at most half of the patch size of {model} ({size}).</source>
        <translation>{name} ist {value}, darf aber höchstens die Hälfte der Ausschnittgröße von {model} sein ({size}).</translation>
    </message>
    <message>
        <source>{name} has no data: its whole mask is nodata.</source>
        <translation>{name} hat keine Daten: Die Maske besteht nur aus Leerwerten.</translation>
    </message>
    <message>
        <source>{name} is a reduced product: its pixels, and those of the mask, have {factor:.1f} times their nominal size.</source>
        <translation>{name} ist ein verkleinertes Produkt: Seine Pixel und die der Maske haben die {factor:.1f}-fache Nenngröße.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be {size}: the model {model} only supports patches of this size.</source>
        <translation>{name} ist {value}, muss aber {size} sein: Das Modell {model} unterstützt nur Ausschnitte dieser Größe.</translation>
    </message>
    <message>
        <source>{name} has no data in the area of interest: its whole mask is nodata.</source>
        <translation>{name} hat im Interessengebiet keine Daten: Die Maske besteht nur aus Leerwerten.</translation>
    </message>
    <message>
        <source>A raster requires {name} and no products. Mask it on its own.</source>
        <translation>Ein Raster verlangt {name} und schließt Produkte aus. Es für sich allein maskieren.</translation>
    </message>
    <message>
        <source>{name} is the path of one mask, but there are {count} products. Mask them one by one, or set output_dir only.</source>
        <translation>{name} ist der Pfad einer einzigen Maske, angegeben sind aber {count} Produkte. Sie einzeln maskieren oder nur output_dir setzen.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be above 0 and at most {high:.0f} metres.</source>
        <translation>{name} ist {value!r}, muss aber über 0 und höchstens {high:.0f} Meter sein.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number above 0 and below 1.</source>
        <translation>{name} ist {value!r}, muss aber eine Zahl über 0 und unter 1 sein.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at most half of patch_size ({size}).</source>
        <translation>{name} ist {value}, darf aber höchstens die Hälfte von patch_size sein ({size}).</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number of metres from 0 to {high:.0f}.</source>
        <translation>{name} ist {value!r}, muss aber von 0 bis {high:.0f} Meter sein.</translation>
    </message>
    <message>
        <source>The option {name} is not supported. {remedy}</source>
        <translation>Die Option {name} wird nicht unterstützt. {remedy}</translation>
    </message>
    <message>
        <source>There is no option {name}. Choose one of: {names}.</source>
        <translation>Es gibt keine Option {name}. Eine von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>{name} requires mask_path and {option}. Set all or none.</source>
        <translation>{name} verlangt mask_path und {option}. Alle angeben oder keine.</translation>
    </message>
    <message>
        <source>{pixels} pixels of {path} were left out, because their values have no class ({values}). Assign classes to them in &apos;Custom class values of the mask&apos; or &apos;of the reference&apos;.</source>
        <translation>{pixels} Pixel von {path} wurden ausgelassen, weil ihre Werte keine Klasse haben ({values}). Ihnen unter „Eigene Klassenwerte der Maske“ oder „der Referenz“ Klassen zuordnen.</translation>
    </message>
    <message>
        <source>{count} cloud masks belong to {scene}, but exactly one is needed. The scene&apos;s file name must begin with the product&apos;s name.</source>
        <translation>Zu {scene} gehören {count} Wolkenmasken, nötig ist genau eine. Der Dateiname der Szene muss mit dem Produktnamen beginnen.</translation>
    </message>
    <message>
        <source>{network} returns invalid values (NaN or infinity). Choose another model, or ask its author for a new file.</source>
        <translation>{network} gibt ungültige Werte aus (NaN oder unendlich). Ein anderes Modell wählen oder die Autoren um eine neue Datei bitten.</translation>
    </message>
    <message>
        <source>its output contains NaN or infinity</source>
        <translation>die Ausgabe enthält NaN oder unendlich</translation>
    </message>
    <message>
        <source>{classes} cannot be among the classes that are not usable. Choose at least one of: {allowed}.</source>
        <translation>{classes} kann nicht unter den nicht nutzbaren Klassen sein. Mindestens eine wählen von: {allowed}.</translation>
    </message>
    <message>
        <source>Choose at least one class that is not usable: {allowed}.</source>
        <translation>Mindestens eine Klasse wählen, die nicht nutzbar ist: {allowed}.</translation>
    </message>
    <message>
        <source>{network} contains invalid weights (NaN or infinity) in {weights}. Ask its author for a new file.</source>
        <translation>{network} enthält ungültige Gewichte (NaN oder unendlich) in {weights}. Die Autoren um eine neue Datei bitten.</translation>
    </message>
    <message>
        <source>{network} returns invalid values (NaN or infinity). Check mean and std in its card, or ask its author for a new file.</source>
        <translation>{network} gibt ungültige Werte aus (NaN oder unendlich). mean und std in der Modellkarte prüfen oder die Autoren um eine neue Datei bitten.</translation>
    </message>
    <message>
        <source>{path} exists, but is not a mask made with CloudS2Mask. Choose another output folder.</source>
        <translation>{path} ist vorhanden, aber keine mit CloudS2Mask erstellte Maske. Einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>Band {number} of {name} has scale {scale:g} and offset {offset:g}, which cannot give reflectance. Enter both: usually 0.0001 and 0, or 0.0001 and -0.1 from baseline 04.00 on.</source>
        <translation>Kanal {number} von {name} hat scale {scale:g} und offset {offset:g}, was keine Reflektanz ergeben kann. Beide angeben: meist 0.0001 und 0, ab Baseline 04.00 0.0001 und -0.1.</translation>
    </message>
    <message>
        <source>{path} cannot be written: its name is too long. Shorten the name of the product or of the output folder.</source>
        <translation>{path} kann nicht geschrieben werden: Der Name ist zu lang. Den Namen des Produkts oder des Ausgabeordners kürzen.</translation>
    </message>
    <message>
        <source>it has no input</source>
        <translation>es hat keinen Eingang</translation>
    </message>
    <message>
        <source>The packages need numpy {oldest}, but QGIS has {version}. Update QGIS.</source>
        <translation>Die Pakete benötigen numpy {oldest}, QGIS hat aber {version}. QGIS aktualisieren.</translation>
    </message>
    <message>
        <source>There is no {package} for Python {python} on {system}. Install it by hand as described in the guide.</source>
        <translation>Für Python {python} unter {system} gibt es kein {package}. Von Hand installieren, wie in der Anleitung beschrieben.</translation>
    </message>
    <message>
        <source>The band file {path} is damaged: {reason}. Download the product again.</source>
        <translation>Die Kanaldatei {path} ist beschädigt: {reason}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>it is not a JPEG 2000 file</source>
        <translation>sie ist keine JPEG-2000-Datei</translation>
    </message>
    <message>
        <source>the archive does not contain it, or contains it twice</source>
        <translation>das Archiv enthält sie nicht oder zweimal</translation>
    </message>
    <message>
        <source>the archive compresses it by a method that GDAL cannot read</source>
        <translation>das Archiv komprimiert sie mit einem Verfahren, das GDAL nicht lesen kann</translation>
    </message>
    <message>
        <source>box {name!r}</source>
        <translation>Box {name!r}</translation>
    </message>
    <message>
        <source>segment {name}</source>
        <translation>Segment {name}</translation>
    </message>
    <message>
        <source>tile {number}</source>
        <translation>Kachel {number}</translation>
    </message>
    <message>
        <source>its {element} ends beyond the end of the file</source>
        <translation>{element} endet hinter dem Ende der Datei</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>its {element} is missing or damaged</source>
        <translation>{element} fehlt oder ist beschädigt</translation>
    </message>
    <message>
        <source>last box</source>
        <translation>letzte Box</translation>
    </message>
    <message>
        <source>{path} could not be masked: the system starts no more threads. Close other programs, or raise the limit of processes (ulimit -u).</source>
        <translation>{path} konnte nicht maskiert werden: Das System startet keine weiteren Threads. Andere Programme schließen oder die Grenze für Prozesse (ulimit -u) anheben.</translation>
    </message>
    <message>
        <source>{path} would also be the mask of another scene of this run, with the same name. Mask {scene} into another output folder.</source>
        <translation>{path} wäre auch die Maske einer anderen Szene dieses Laufs, mit demselben Namen. {scene} in einen anderen Ausgabeordner maskieren.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}), but it is as delivered: its checksum equals that in manifest.safe. Free memory and try again, or choose another product.</source>
        <translation>Die Kanaldatei {path} kann nicht gelesen werden ({reason}), ist aber wie ausgeliefert: Ihre Prüfsumme ist die in manifest.safe. Speicher freigeben und erneut versuchen oder ein anderes Produkt wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be verified: its manifest.safe has no MD5 or SHA3-256 checksum for {files}. Mask it without verification, or download it again.</source>
        <translation>{path} kann nicht geprüft werden: manifest.safe enthält keine MD5- oder SHA3-256-Prüfsumme für {files}. Ohne Prüfung maskieren oder erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is damaged: manifest.safe has other checksums for {files}. Download the product again.</source>
        <translation>{path} ist beschädigt: manifest.safe enthält andere Prüfsummen für {files}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}), and manifest.safe has other checksums for {files}. Download the product again.</source>
        <translation>Die Kanaldatei {path} kann nicht gelesen werden ({reason}), und manifest.safe enthält andere Prüfsummen für {files}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} cannot be verified: it has no manifest.safe. Mask it without verification, or download it again.</source>
        <translation>{path} kann nicht geprüft werden: manifest.safe fehlt. Ohne Prüfung maskieren oder erneut herunterladen.</translation>
    </message>
    <message>
        <source>Verifying files</source>
        <translation>Dateien werden geprüft</translation>
    </message>
    <message>
        <source>Verifying file {number} of {count}</source>
        <translation>Datei {number} von {count} wird geprüft</translation>
    </message>
    <message>
        <source>The bands of {name} have no coordinate reference system, so it was taken from MTD_TL.xml. If other rasters lack theirs too, PROJ_LIB or PROJ_DATA leads to another database of PROJ.</source>
        <translation>Die Kanäle von {name} haben kein Koordinatenbezugssystem, daher wurde es aus MTD_TL.xml übernommen. Fehlt es auch anderen Rastern, führt PROJ_LIB oder PROJ_DATA zu einer fremden PROJ-Datenbank.</translation>
    </message>
    <message>
        <source>{path} has baseline {baseline} but no RADIO_ADD_OFFSET or BOA_ADD_OFFSET. Download the product again, or process it with sen2cor 2.10 or later.</source>
        <translation>{path} hat die Baseline {baseline}, aber kein RADIO_ADD_OFFSET oder BOA_ADD_OFFSET. Das Produkt erneut herunterladen oder mit sen2cor ab 2.10 prozessieren.</translation>
    </message>
    <message>
        <source>{path} contains {count} products: {names}. Choose one by adding its name to the path.</source>
        <translation>{path} enthält {count} Produkte: {names}. Eines wählen, indem sein Name an den Pfad angehängt wird.</translation>
    </message>
    <message>
        <source>{name} is of processing baseline {baseline} and declares no offset, so -0.1 was used. Enter the offset 0 if it was applied already.</source>
        <translation>{name} ist von Prozessierungs-Baseline {baseline} und gibt keinen Offset an, daher wurde -0,1 verwendet. Den Offset 0 eingeben, falls er schon angewendet wurde.</translation>
    </message>
    <message>
        <source>{name} has {pixels:.3g} pixels at {resolution:g} m, more than {most:.3g}. Choose a coarser resolution, or a raster with smaller pixels.</source>
        <translation>{name} hat bei {resolution:g} m {pixels:.3g} Pixel, mehr als {most:.3g}. Eine gröbere Auflösung oder ein Raster mit kleineren Pixeln wählen.</translation>
    </message>
    <message>
        <source>The band file {path} changed while it was read. Mask the product again when nothing writes to it.</source>
        <translation>Die Kanaldatei {path} hat sich beim Lesen geändert. Das Produkt erneut maskieren, wenn nichts mehr in sie schreibt.</translation>
    </message>
    <message>
        <source>The extent {extent} has its edges in the wrong order. Give left, bottom, right and top.</source>
        <translation>Die Ränder der Ausdehnung {extent} stehen in falscher Reihenfolge. Links, unten, rechts und oben angeben.</translation>
    </message>
    <message>
        <source>The area of interest has a coordinate of {number:g}, which no map has. Choose another area.</source>
        <translation>Das Interessengebiet hat die Koordinate {number:g}, die auf keiner Karte liegt. Ein anderes Gebiet wählen.</translation>
    </message>
    <message>
        <source>a point of it has no place there</source>
        <translation>ein Punkt davon hat dort keinen Ort</translation>
    </message>
    <message>
        <source>{name} has pixels of {size:g} metres from {left:g}, {top:g}, which is no place on the Earth. Correct its georeference.</source>
        <translation>{name} hat Pixel von {size:g} Metern ab {left:g}, {top:g}; das ist kein Ort auf der Erde. Die Georeferenz berichtigen.</translation>
    </message>
    <message>
        <source>{path} is not north up with square pixels. Download it again.</source>
        <translation>{path} ist nicht genordet oder hat keine quadratischen Pixel. Erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is not where its metadata says ({extent}; {stated}). Download it again.</source>
        <translation>{path} liegt nicht dort, wo die Metadaten es angeben ({extent}; {stated}). Erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, and no metadata that states it. Download it again.</source>
        <translation>{path} hat kein Koordinatenbezugssystem und keine Metadaten, die es angeben. Erneut herunterladen.</translation>
    </message>
    <message>
        <source>its edges are too long</source>
        <translation>ihre Kanten sind zu lang</translation>
    </message>
    <message>
        <source>{name} requires a product: a raster has no manifest.safe with checksums.</source>
        <translation>{name} erfordert ein Produkt: Ein Raster hat keine manifest.safe mit Prüfsummen.</translation>
    </message>
    <message>
        <source>{path} is not a GeoTIFF. Choose a name that ends in .tif.</source>
        <translation>{path} ist kein GeoTIFF. Einen Namen wählen, der auf .tif endet.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}): its checksum differs from manifest.safe. Download the product again.</source>
        <translation>Die Kanaldatei {path} kann nicht gelesen werden ({reason}): Ihre Prüfsumme weicht von manifest.safe ab. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>its name or a message of the system is not UTF-8</source>
        <translation>sein Name oder eine Meldung des Systems ist kein UTF-8</translation>
    </message>
    <message>
        <source>The name of {path} is not UTF-8. Rename the product or its folder.</source>
        <translation>Der Name von {path} ist kein UTF-8. Das Produkt oder seinen Ordner umbenennen.</translation>
    </message>
    <message>
        <source>it was not written completely</source>
        <translation>sie wurde nicht vollständig geschrieben</translation>
    </message>
    <message>
        <source>{path} needs more memory than the system gives. Close other programs, or raise the limit of memory (ulimit -v).</source>
        <translation>{path} braucht mehr Speicher, als das System gibt. Andere Programme schließen oder die Speichergrenze (ulimit -v) anheben.</translation>
    </message>
    <message>
        <source>requires that normalisation is patch</source>
        <translation>erfordert, dass normalisation patch ist</translation>
    </message>
    <message>
        <source>must have weights if the card has a publication, and none otherwise</source>
        <translation>müssen weights haben, wenn die Karte eine publication hat, sonst keine</translation>
    </message>
    <message>
        <source>must have either a sha256 or weights</source>
        <translation>müssen entweder sha256 oder weights haben</translation>
    </message>
    <message>
        <source>must not both be given</source>
        <translation>dürfen nicht beide angegeben sein</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must list file (a name without folders) and sha256, with member in packages, or weights if published</source>
        <translation>müssen file (ein Name ohne Ordner) und sha256 nennen, bei Paketen mit member, oder weights, wenn veröffentlicht</translation>
    </message>
    <message>
        <source>must contain page, and may contain address (which ends with /), revision and consent</source>
        <translation>muss page enthalten und darf address (endet mit /), revision und consent enthalten</translation>
    </message>
    <message>
        <source>Check the connection and the proxy, set a mirror, or choose a folder that holds the file.</source>
        <translation>Verbindung und Proxy prüfen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{file} and its network need {needed} MB, but {folder} has {free} MB free. Free disk space.</source>
        <translation>{file} und das Netz daraus brauchen {needed} MB, in {folder} sind aber nur {free} MB frei. Speicherplatz schaffen.</translation>
    </message>
    <message>
        <source>{done} of {size} bytes have arrived</source>
        <translation>{done} von {size} Byte sind angekommen</translation>
    </message>
    <message>
        <source>A model {model} was imported and is in use. Remove it first, then fetch the published one.</source>
        <translation>Ein Modell {model} wurde importiert und wird benutzt. Es zuerst entfernen, dann das veröffentlichte herunterladen.</translation>
    </message>
    <message>
        <source>The licence of {model} is {licence}. Read it on {page}. To accept it, tick it in QGIS, or add --accept-licence to the command.</source>
        <translation>Die Lizenz von {model} ist {licence}. Sie steht auf {page}. Zum Annehmen in QGIS ankreuzen oder dem Befehl --accept-licence hinzufügen.</translation>
    </message>
    <message>
        <source>{model} has no published weights. {remedy}</source>
        <translation>Für {model} sind keine Gewichte veröffentlicht. {remedy}</translation>
    </message>
    <message>
        <source>{folder} does not hold {files}. Copy them from {page} into it, by the same names.</source>
        <translation>In {folder} fehlt: {files}. Von {page} dorthin kopieren, unter denselben Namen.</translation>
    </message>
    <message>
        <source>The mirror {mirror} is not an address. Write one such as https://mirror.example.</source>
        <translation>Der Spiegelserver {mirror} ist keine Adresse. Eine wie https://mirror.example angeben.</translation>
    </message>
    <message>
        <source>The weights of {model} can only be downloaded by hand: open {page}, put {files} into a folder, and choose that folder.</source>
        <translation>Die Gewichte von {model} können nur von Hand heruntergeladen werden: {page} öffnen, {files} in einen Ordner legen und diesen Ordner wählen.</translation>
    </message>
    <message>
        <source>{path} is not the published file: its SHA-256 is {found} instead of {expected}. Download it again.</source>
        <translation>{path} ist nicht die veröffentlichte Datei: Ihr SHA-256 ist {found} statt {expected}. Noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>{file} has changed since its first use: its SHA-256 is {found} instead of {expected}. If you trust the new file, remove the model {model}, then fetch it again.</source>
        <translation>{file} hat sich seit der ersten Verwendung geändert: Der SHA-256 ist {found} statt {expected}. Ist die neue Datei vertrauenswürdig, das Modell {model} entfernen und noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>{file} is being downloaded by another program. Wait until it ends.</source>
        <translation>{file} wird gerade von einem anderen Programm heruntergeladen. Warten, bis es fertig ist.</translation>
    </message>
    <message>
        <source>{host} limits downloads (HTTP {status}). Try again in {minutes} min, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} begrenzt Downloads (HTTP {status}). In {minutes} min noch einmal versuchen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} has a fault of its own (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} hat selbst eine Störung (HTTP {status}). Später noch einmal versuchen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} answers HTTP {status} in place of {file}. Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} antwortet mit HTTP {status} statt mit {file}. Später noch einmal versuchen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} does not have {file} (HTTP {status}): it was moved, or the mirror lacks it. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} hat {file} nicht (HTTP {status}): Die Datei wurde verschoben oder fehlt auf dem Spiegelserver. Einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} gives {file} only after a login (HTTP {status}). Set an authentication or another mirror, or choose a folder that holds the file.</source>
        <translation>{host} gibt {file} nur nach einer Anmeldung her (HTTP {status}). Eine Authentifizierung oder einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} refuses to give {file} (HTTP {status}); your network may block it. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} verweigert {file} (HTTP {status}); vielleicht sperrt das Netzwerk die Datei. Einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>The proxy asks for a login before it reaches {host} (HTTP {status}). Enter user and password in the settings of the network, or choose a folder that holds the file.</source>
        <translation>Der Proxy verlangt eine Anmeldung, bevor er {host} erreicht (HTTP {status}). Benutzer und Passwort in den Netzwerkeinstellungen eintragen oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} limits downloads (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} begrenzt Downloads (HTTP {status}). Später noch einmal versuchen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>The download was cancelled. The next one continues where it stopped.</source>
        <translation>Der Download wurde abgebrochen. Der nächste setzt ihn fort.</translation>
    </message>
    <message>
        <source>The connection to {host} broke ({reason}). Download again: it continues where it stopped.</source>
        <translation>Die Verbindung zu {host} ist abgebrochen ({reason}). Noch einmal herunterladen: Der Download wird fortgesetzt.</translation>
    </message>
    <message>
        <source>The authentication {authcfg} of the download settings cannot be used. Choose another one, or none.</source>
        <translation>Die Authentifizierung {authcfg} der Download-Einstellungen ist nicht nutzbar. Eine andere oder keine wählen.</translation>
    </message>
    <message>
        <source>{host} redirects {file} to {address}, which is not safe. The login page of a network may be the cause: log in with a browser, or choose a folder that holds the file.</source>
        <translation>{host} leitet {file} nach {address} um, was nicht sicher ist. Vielleicht ist die Anmeldeseite eines Netzwerks die Ursache: im Browser anmelden oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} sent a web page in place of {file}, usually the login page of a network. Log in with a browser and download again, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} hat statt {file} eine Webseite gesendet, meist die Anmeldeseite eines Netzwerks. Im Browser anmelden und noch einmal herunterladen, einen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} does not say how long {file} is, so it cannot be checked. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} nennt die Länge von {file} nicht, sodass die Datei nicht geprüft werden kann. Einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} has another file in place of {file}: {found} bytes instead of {expected}. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} hat eine andere Datei an der Stelle von {file}: {found} Byte statt {expected}. Einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>{host} sent another file in place of {file}: its SHA-256 is {found} instead of {expected}. It was not kept. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} hat eine andere Datei statt {file} gesendet: Ihr SHA-256 ist {found} statt {expected}. Sie wurde nicht behalten. Einen anderen Spiegelserver angeben oder einen Ordner mit der Datei wählen.</translation>
    </message>
    <message>
        <source>of {count} tensors: {differences}</source>
        <translation>von {count} Tensoren: {differences}</translation>
    </message>
    <message>
        <source>{path} does not fit the network {graph}: {difference}. Choose the file that the authors publish.</source>
        <translation>{path} passt nicht zum Netz {graph}: {difference}. Die Datei wählen, die die Autoren veröffentlichen.</translation>
    </message>
    <message>
        <source>{path} contains invalid weights (NaN or infinity) in {tensor}. Download it again.</source>
        <translation>{path} enthält ungültige Gewichte (NaN oder unendlich) in {tensor}. Noch einmal herunterladen.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>of another shape</source>
        <translation>mit anderer Form</translation>
    </message>
    <message>
        <source>{name}: {shape} instead of {expected}</source>
        <translation>{name}: {shape} statt {expected}</translation>
    </message>
    <message>
        <source>{path} contains no network of this plugin; the closest is {graph}: {difference}. {remedy}</source>
        <translation>{path} enthält kein Netz dieses Plugins; am nächsten liegt {graph}: {difference}. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {graphs} have the same tensors, and only the whole network tells them apart. Choose the file that the authors publish.</source>
        <translation>{path} ist nicht verwendbar: {graphs} haben dieselben Tensoren, und nur das ganze Netz unterscheidet sie. Die Datei wählen, die die Autoren veröffentlichen.</translation>
    </message>
    <message>
        <source>{path} has the tensors of {graph}, but another layer: {difference}. Choose the file that the authors publish.</source>
        <translation>{path} hat die Tensoren von {graph}, aber eine andere Schicht: {difference}. Die Datei wählen, die die Autoren veröffentlichen.</translation>
    </message>
    <message>
        <source>{path} contains no network of this plugin: none of its {count} tensors is known. {remedy}</source>
        <translation>{path} enthält kein Netz dieses Plugins: Keiner der {count} Tensoren ist bekannt. {remedy}</translation>
    </message>
    <message>
        <source>{name} is unknown</source>
        <translation>{name} ist unbekannt</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name} is {kind} instead of {expected}</source>
        <translation>{name} ist {kind} statt {expected}</translation>
    </message>
    <message>
        <source>{name} has {option} {value} instead of {expected}</source>
        <translation>{name} hat {option} {value} statt {expected}</translation>
    </message>
    <message>
        <source>The graph template {path} of the plugin cannot be used ({reason}). Install the plugin again.</source>
        <translation>Die Graphvorlage {path} des Plugins ist nicht verwendbar ({reason}). Das Plugin neu installieren.</translation>
    </message>
    <message>
        <source>There is no model {model!r} with published weights. Choose one of: {names}.</source>
        <translation>Es gibt kein Modell {model!r} mit veröffentlichten Gewichten. Eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>{path} and {other} contain the same network of {model}. Give one file for each network.</source>
        <translation>{path} und {other} enthalten dasselbe Netz von {model}. Für jedes Netz eine Datei angeben.</translation>
    </message>
    <message>
        <source>{model} needs another file: {files}. Give the files of all its networks together.</source>
        <translation>{model} braucht eine weitere Datei: {files}. Die Dateien aller Netze zusammen angeben.</translation>
    </message>
    <message>
        <source>{path} has a {field}: of published models, the weights are imported, not the card. Choose the file of weights.</source>
        <translation>{path} hat das Feld {field}: Von veröffentlichten Modellen werden die Gewichte importiert, nicht die Karte. Die Datei mit den Gewichten wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be used as a model card: {reason}. Choose a card (.json), a network (.onnx), or published weights ({suffixes}).</source>
        <translation>{path} ist nicht als Modellkarte verwendbar: {reason}. Eine Karte (.json), ein Netz (.onnx) oder veröffentlichte Gewichte ({suffixes}) wählen.</translation>
    </message>
    <message>
        <source>Choose a file of weights that the authors of {systems} publish.</source>
        <translation>Eine Datei mit Gewichten wählen, die die Autoren von {systems} veröffentlichen.</translation>
    </message>
    <message>
        <source>Choose {files}.</source>
        <translation>{files} wählen.</translation>
    </message>
    <message>
        <source>{path} cannot be imported: a model {model} exists. Replace it, or remove it first.</source>
        <translation>{path} lässt sich nicht importieren: Es gibt schon ein Modell {model}. Es ersetzen oder zuerst entfernen.</translation>
    </message>
    <message>
        <source>{path} is not the file that the authors publish: its SHA-256 is {found}…, not {expected}…. Download it again. Weights of your own: make bind builds a model to import from them.</source>
        <translation>{path} ist nicht die Datei, die die Autoren veröffentlichen: ihr SHA-256 ist {found}…, nicht {expected}…. Noch einmal herunterladen. Eigene Gewichte: make bind macht daraus ein Modell zum Importieren.</translation>
    </message>
    <message>
        <source>{path} contains {found}, not {model}. {remedy}</source>
        <translation>{path} enthält {found}, nicht {model}. {remedy}</translation>
    </message>
    <message>
        <source>The tensors of {path} do not say which network of {model} they are, only its published name does. {remedy}</source>
        <translation>Die Tensoren von {path} sagen nicht, welches Netz von {model} sie sind, nur der veröffentlichte Name sagt es. {remedy}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>Rename the file to {files}.</source>
        <translation>Die Datei in {files} umbenennen.</translation>
    </message>
    <message>
        <source>The network {network} of model {model} is missing: it is built from {weights}. {remedy}</source>
        <translation>Das Netz {network} des Modells {model} fehlt: Es wird aus {weights} gebaut. {remedy}</translation>
    </message>
    <message>
        <source>narrow near infrared</source>
        <translation>schmales nahes Infrarot</translation>
    </message>
    <message>
        <source>{name}: B08 is used as near infrared, in place of B8A. For Sentinel-2, assign B8A: with B08, about 2 % of the pixels get another class.</source>
        <translation>{name}: B08 dient als nahes Infrarot, statt B8A. Bei Sentinel-2 B8A zuweisen: Mit B08 erhalten etwa 2 % der Pixel eine andere Klasse.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {bands}; the raster has {count}. Assign green, red and near infrared, blue unless the model is made for any sensor, and both SWIR bands or neither.</source>
        <translation>Kein Kanal von {name} ist {bands} zugewiesen; das Raster hat {count}. Grün, Rot und nahes Infrarot zuweisen, Blau, falls das Modell nicht für beliebige Sensoren gemacht ist, und beide SWIR-Kanäle oder keinen.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {band} ({label}). Assign one, or choose a model that does not need it, such as omnicloudmask.</source>
        <translation>Kein Kanal von {name} ist {band} ({label}) zugewiesen. Einen zuweisen oder ein Modell wählen, das ihn nicht braucht, etwa omnicloudmask.</translation>
    </message>
    <message>
        <source>it contains quantised, sparse or other unusual tensors ({name})</source>
        <translation>sie enthält quantisierte, dünn besetzte oder andere ungewöhnliche Tensoren ({name})</translation>
    </message>
    <message>
        <source>it has a part that Keras does not write ({part})</source>
        <translation>sie hat einen Teil, den Keras nicht schreibt ({part})</translation>
    </message>
    <message>
        <source>the part {part} is missing</source>
        <translation>der Teil {part} fehlt</translation>
    </message>
    <message>
        <source>the tensor {tensor} has numbers of the type {dtype}, which no network here uses</source>
        <translation>der Tensor {tensor} hat Zahlen des Typs {dtype}, den hier kein Netz verwendet</translation>
    </message>
    <message>
        <source>the tensor {tensor} has no possible shape or place</source>
        <translation>der Tensor {tensor} hat eine unmögliche Form oder Stelle</translation>
    </message>
    <message>
        <source>its tensors are larger than the file</source>
        <translation>ihre Tensoren sind größer als die Datei</translation>
    </message>
    <message>
        <source>it contains no layers with weights</source>
        <translation>sie enthält keine Schichten mit Gewichten</translation>
    </message>
    <message>
        <source>it contains {name} twice</source>
        <translation>sie enthält {name} zweimal</translation>
    </message>
    <message>
        <source>it is neither a safetensors file nor one of PyTorch or Keras</source>
        <translation>sie ist keine Datei von safetensors, PyTorch oder Keras</translation>
    </message>
    <message>
        <source>{path} cannot be used as weights: {reason}. {remedy}</source>
        <translation>{path} kann nicht als Datei von Gewichten dienen: {reason}. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Check that it exists and may be read.</source>
        <translation>{path} kann nicht gelesen werden ({reason}). Prüfen, ob die Datei vorhanden ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>it is larger than 2 GB, the largest size of a network</source>
        <translation>sie ist größer als 2 GB, die größte Größe eines Netzes</translation>
    </message>
    <message>
        <source>it is empty, or only the space for a download that was interrupted</source>
        <translation>sie ist leer oder nur der Platz für einen abgebrochenen Download</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer, which only stands for the file</source>
        <translation>sie ist ein Zeiger von Git LFS, der nur für die Datei steht</translation>
    </message>
    <message>
        <source>it is a web page that the server sent in place of the file</source>
        <translation>sie ist eine Webseite, die der Server statt der Datei gesendet hat</translation>
    </message>
    <message>
        <source>it was saved by PyTorch before version 1.6, or in the format of that time</source>
        <translation>sie wurde mit PyTorch vor Version 1.6 oder im Format jener Zeit gespeichert</translation>
    </message>
    <message>
        <source>it is a text, which begins with {text!r}</source>
        <translation>sie ist ein Text, der mit {text!r} beginnt</translation>
    </message>
    <message>
        <source>Download the file itself, or run git lfs pull.</source>
        <translation>Die Datei selbst herunterladen oder git lfs pull ausführen.</translation>
    </message>
    <message>
        <source>Open the address in a browser, sign in or confirm there, and download the file itself.</source>
        <translation>Die Adresse in einem Browser öffnen, sich dort anmelden oder bestätigen und die Datei selbst herunterladen.</translation>
    </message>
    <message>
        <source>Save it again with a newer PyTorch: torch.save(torch.load(file), file).</source>
        <translation>Sie mit einem neueren PyTorch erneut speichern: torch.save(torch.load(file), file).</translation>
    </message>
    <message>
        <source>the tensor {tensor} contains numbers that are not finite</source>
        <translation>der Tensor {tensor} enthält Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
        <source>it asks for {name}, which no network here needs and which may do harm</source>
        <translation>sie verlangt {name}, was kein Netz hier braucht und was schaden kann</translation>
    </message>
    <message>
        <source>Do not open it with other programs. Use the file that the authors of the network publish.</source>
        <translation>Sie auch mit anderen Programmen nicht öffnen. Die Datei verwenden, die die Autoren des Netzes veröffentlichen.</translation>
    </message>
    <message>
        <source>its list of tensors is damaged</source>
        <translation>ihre Liste der Tensoren ist beschädigt</translation>
    </message>
    <message>
        <source>it has the instruction {opcode}, which no weights need</source>
        <translation>sie enthält die Anweisung {opcode}, die keine Gewichte brauchen</translation>
    </message>
    <message>
        <source>it has more instructions than a network needs</source>
        <translation>sie enthält mehr Anweisungen, als ein Netz braucht</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>ihr Kopf ist beschädigt</translation>
    </message>
    <message>
        <source>it has more bytes than its tensors</source>
        <translation>sie hat mehr Bytes als ihre Tensoren</translation>
    </message>
    <message>
        <source>it contains neither a network nor its state dictionary</source>
        <translation>sie enthält weder ein Netz noch dessen State-Dictionary</translation>
    </message>
    <message>
        <source>it contains no tensors that have names</source>
        <translation>sie enthält keine Tensoren, die Namen haben</translation>
    </message>
    <message>
        <source>its module {module} is damaged</source>
        <translation>ihr Modul {module} ist beschädigt</translation>
    </message>
    <message>
        <source>its modules are nested too deeply, or too many</source>
        <translation>ihre Module sind zu tief verschachtelt oder zu viele</translation>
    </message>
    <message>
        <source>it is an archive without the weights of one network</source>
        <translation>sie ist ein Archiv ohne die Gewichte eines Netzes</translation>
    </message>
    <message>
        <source>its numbers are big-endian</source>
        <translation>ihre Zahlen sind big-endian</translation>
    </message>
    <message>
        <source>another program has compressed it</source>
        <translation>ein anderes Programm hat sie komprimiert</translation>
    </message>
    <message>
        <source>the part {part} has a wrong size</source>
        <translation>der Teil {part} hat eine falsche Größe</translation>
    </message>
    <message>
        <source>its entry {tensor} is no tensor</source>
        <translation>ihr Eintrag {tensor} ist kein Tensor</translation>
    </message>
    <message>
        <source>the tensor {tensor} is stored as its negative</source>
        <translation>der Tensor {tensor} ist als sein Negatives gespeichert</translation>
    </message>
    <message>
        <source>If it contains a file of weights, unpack that one and use it.</source>
        <translation>Wenn sie eine Datei von Gewichten enthält, diese auspacken und verwenden.</translation>
    </message>
    <message>
        <source>the part {part} is damaged</source>
        <translation>der Teil {part} ist beschädigt</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Sie erneut herunterladen.</translation>
    </message>
    <message>
        <source>Use the file that the authors of the network publish.</source>
        <translation>Die Datei verwenden, die die Autoren des Netzes veröffentlichen.</translation>
    </message>
    <message>
        <source>Cloud alone, L1C only: decision trees classify each pixel on its own. No shadow and no thin cloud. The fastest model.</source>
        <translation>Nur Wolken, nur L1C: Entscheidungsbäume klassifizieren jedes Pixel für sich. Keine Schatten und keine dünnen Wolken. Das schnellste Modell.</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file} und {count} weitere</translation>
    </message>
    <message>
        <source>of another type</source>
        <translation>mit anderem Typ</translation>
    </message>
    <message>
        <source>{name} has no {option}</source>
        <translation>{name} hat kein {option}</translation>
    </message>
    <message>
        <source>it is a folder, a device or a pipe, not a file</source>
        <translation>sie ist ein Ordner, ein Gerät oder eine Pipe, keine Datei</translation>
    </message>
    <message>
        <source>The address of the mirror {mirror} contains a login. Remove it; in QGIS, choose a login with Login…, without QGIS, write it into the file .netrc.</source>
        <translation>Die Adresse des Spiegelservers {mirror} enthält Anmeldedaten. Diese entfernen; in QGIS eine Anmeldung mit Anmeldung… wählen, ohne QGIS in die Datei .netrc schreiben.</translation>
    </message>
    <message>
        <source>{folder} does not exist. Choose the folder that holds the weights.</source>
        <translation>{folder} gibt es nicht. Den Ordner wählen, der die Gewichte enthält.</translation>
    </message>
    <message>
        <source>The models folder {folder} cannot be written to ({reason}). Free disk space, close the programs that use its files, or name another folder in the variable CLOUD_S2_MASK_MODELS.</source>
        <translation>In den Ordner der Modelle {folder} kann nicht geschrieben werden ({reason}). Speicherplatz freigeben, Programme schließen, die seine Dateien verwenden, oder mit der Variable CLOUD_S2_MASK_MODELS einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Check the disk, and if you may read the file.</source>
        <translation>{path} kann nicht gelesen werden ({reason}). Den Datenträger prüfen, und ob die Datei gelesen werden darf.</translation>
    </message>
    <message>
        <source>Download it with Raster &gt; CloudS2Mask &gt; Models, or clouds2mask:fetchmodel in the toolbox; without QGIS: make fetch</source>
        <translation>Mit Raster &gt; CloudS2Mask &gt; Modelle oder clouds2mask:fetchmodel der Werkzeugkiste herunterladen; ohne QGIS: make fetch</translation>
    </message>
    <message>
        <source>The Python package {package} cannot be imported ({reason}). Install it with Raster &gt; CloudS2Mask &gt; Install or update components, or without QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu for NVIDIA GPUs).</source>
        <translation>Das Python-Paket {package} kann nicht importiert werden ({reason}). Mit Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren installieren, ohne QGIS mit: python3 -m pip install onnxruntime (onnxruntime-gpu für NVIDIA-GPUs).</translation>
    </message>
    <message>
        <source>it is not a valid ONNX file, or it is incomplete</source>
        <translation>es ist keine gültige ONNX-Datei, oder sie ist unvollständig</translation>
    </message>
    <message>
        <source>Preparing a network needs the Python package {package}. Raster &gt; CloudS2Mask &gt; Install or update components installs it for that; without QGIS: python3 -m pip install {package}</source>
        <translation>Zum Vorbereiten eines Netzes ist das Python-Paket {package} nötig. Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren installiert es dafür; ohne QGIS: python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>{path} could not be masked because of an error in CloudS2Mask or too little memory ({name}: {reason}). Close other programs and try again; if it fails again, report it with Install or update components &gt; Copy diagnostics.</source>
        <translation>{path} konnte wegen eines Fehlers in CloudS2Mask oder zu wenig Arbeitsspeicher nicht maskiert werden ({name}: {reason}). Andere Programme schließen, erneut versuchen, sonst den Fehler mit Komponenten installieren oder aktualisieren &gt; Diagnose kopieren melden.</translation>
    </message>
    <message>
        <source>unreadable shares of the classes</source>
        <translation>unlesbaren Anteilen der Klassen</translation>
    </message>
    <message>
        <source>it is incomplete or damaged</source>
        <translation>sie ist unvollständig oder beschädigt</translation>
    </message>
    <message>
        <source>the tensor {tensor} is incomplete or lies at a wrong place</source>
        <translation>der Tensor {tensor} ist unvollständig oder liegt an einer falschen Stelle</translation>
    </message>
    <message>
        <source>CloudS2Mask, 10 m</source>
        <translation>CloudS2Mask, 10 m</translation>
    </message>
    <message>
        <source>CloudS2Mask, 20 m</source>
        <translation>CloudS2Mask, 20 m</translation>
    </message>
    <message>
        <source>KappaMask DeepLabv3+, L1C</source>
        <translation>KappaMask DeepLabv3+, L1C</translation>
    </message>
    <message>
        <source>KappaMask DeepLabv3+, L2A</source>
        <translation>KappaMask DeepLabv3+, L2A</translation>
    </message>
    <message>
        <source>KappaMask U-Net, L1C</source>
        <translation>KappaMask U-Net, L1C</translation>
    </message>
    <message>
        <source>KappaMask U-Net, L2A</source>
        <translation>KappaMask U-Net, L2A</translation>
    </message>
    <message>
        <source>OmniCloudMask</source>
        <translation>OmniCloudMask</translation>
    </message>
    <message>
        <source>s2cloudless, cloud pixel by pixel</source>
        <translation>s2cloudless, Wolken pixelweise</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 4 bands, L1C</source>
        <translation>UKIS csmask U-Net, 4 Kanäle, L1C</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 4 bands, L2A</source>
        <translation>UKIS csmask U-Net, 4 Kanäle, L2A</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 6 bands, L1C</source>
        <translation>UKIS csmask U-Net, 6 Kanäle, L1C</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 6 bands, L2A</source>
        <translation>UKIS csmask U-Net, 6 Kanäle, L2A</translation>
    </message>
    <message>
        <source>UNetMobV2 (CloudSEN12), L1C</source>
        <translation>UNetMobV2 (CloudSEN12), L1C</translation>
    </message>
    <message>
        <source>UNetMobV2 (CloudSEN12), L2A</source>
        <translation>UNetMobV2 (CloudSEN12), L2A</translation>
    </message>
    <message>
        <source>{path} is cut short or damaged. Download it again.</source>
        <translation>{path} ist abgeschnitten oder beschädigt. Erneut herunterladen.</translation>
    </message>
    <message>
        <source>Install it with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: make models</source>
        <translation>Mit Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren installieren; ohne QGIS: make models</translation>
    </message>
    <message>
        <source>Download the weights from the authors&apos; page, and import them with Raster &gt; CloudS2Mask &gt; Models, or with clouds2mask:importmodel in the toolbox; without QGIS: make fetch FROM=folder</source>
        <translation>Die Gewichte von der Seite der Autoren herunterladen und mit Raster &gt; CloudS2Mask &gt; Modelle oder clouds2mask:importmodel der Werkzeugkiste importieren; ohne QGIS: make fetch FROM=ordner</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be written to ({reason}). Choose another one.</source>
        <translation>In den Ausgabeordner {folder} kann nicht geschrieben werden ({reason}). Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be created: {parent} does not exist. Create that, or choose another output folder.</source>
        <translation>Der Ausgabeordner {folder} kann nicht angelegt werden: {parent} ist nicht vorhanden. Diesen anlegen oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>GDAL {version} of rasterio has no driver for JPEG 2000. Install rasterio with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: python3 -m pip install rasterio</source>
        <translation>GDAL {version} von rasterio hat keinen Treiber für JPEG 2000. rasterio mit Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren installieren; ohne QGIS: python3 -m pip install rasterio</translation>
    </message>
    <message>
        <source>GDAL reads JPEG 2000 by {driver} only, which decodes baseline 05.12 wrongly at reduced resolutions. Install rasterio with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: python3 -m pip install rasterio</source>
        <translation>GDAL liest JPEG 2000 nur mit {driver}, das Baseline 05.12 in verringerten Auflösungen falsch dekodiert. rasterio mit Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren installieren; ohne QGIS: python3 -m pip install rasterio</translation>
    </message>
    <message>
        <source>No scene could be masked. First error: {error}</source>
        <translation>Keine Szene konnte maskiert werden. Erster Fehler: {error}</translation>
    </message>
    <message>
        <source>{mask} and {raster} have no pixel with data in common. Choose the mask of the same scene.</source>
        <translation>{mask} und {raster} haben kein gemeinsames Pixel mit Daten. Die Maske derselben Szene wählen.</translation>
    </message>
    <message>
        <source>The scenes lie far apart: at least {percent:.0f} % of the composite of {width} x {height} pixels will be empty. Composite scenes of one area at a time.</source>
        <translation>Die Szenen liegen weit auseinander: Mindestens {percent:.0f} % des Komposits von {width} x {height} Pixeln werden leer sein. Szenen je eines Gebiets zusammensetzen.</translation>
    </message>
    <message>
        <source>{scene} has other pixels than the first scene. Only {percent:.0f} % of its extent lies on the composite; the rest is left out.</source>
        <translation>{scene} hat andere Pixel als die erste Szene. Nur {percent:.0f} % der Ausdehnung liegen auf dem Komposit; der Rest fällt weg.</translation>
    </message>
    <message>
        <source>{scene} adds nothing to the composite: none of its pixels is clear.</source>
        <translation>{scene} trägt nichts zum Komposit bei: Kein Pixel ist wolkenfrei.</translation>
    </message>
    <message>
        <source>{mask} is of {date}, but {raster} is of {other}. Choose the mask of the raster&apos;s date.</source>
        <translation>{mask} ist vom {date}, aber {raster} vom {other}. Die Maske vom Datum des Rasters wählen.</translation>
    </message>
    <message>
        <source>{mask} covers only {percent:.1f} % of {raster}. The rest counts as not clear.</source>
        <translation>{mask} deckt nur {percent:.1f} % von {raster} ab. Der Rest zählt als nicht wolkenfrei.</translation>
    </message>
    <message>
        <source>{valid:.0f} % of the area has data</source>
        <translation>{valid:.0f} % des Gebiets haben Daten</translation>
    </message>
    <message>
        <source>Data %</source>
        <translation>Daten %</translation>
    </message>
    <message>
        <source>{width:.1f} x {height:.1f} km around {latitude:.4f}, {longitude:.4f} (latitude, longitude)</source>
        <translation>{width:.1f} x {height:.1f} km um {latitude:.4f}, {longitude:.4f} (Breite, Länge)</translation>
    </message>
    <message>
        <source>Model: {models}</source>
        <translation>Modell: {models}</translation>
    </message>
    <message>
        <source>resolution: {metres} m</source>
        <translation>Auflösung: {metres} m</translation>
    </message>
    <message>
        <source>entire product</source>
        <translation>ganzes Produkt</translation>
    </message>
    <message>
        <source>area: {area}</source>
        <translation>Gebiet: {area}</translation>
    </message>
    <message>
        <source>buffer of cloud and shadow: {metres:g} m</source>
        <translation>Puffer um Wolken und Schatten: {metres:g} m</translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission. Ask its owner for access, or choose another copy.</source>
        <translation>{path} kann nicht gelesen werden: keine Berechtigung. Zugriff vom Besitzer erbitten oder eine andere Kopie wählen.</translation>
    </message>
    <message>
        <source>The output folder {folder} is a file. Choose a folder.</source>
        <translation>Der Ausgabeordner {folder} ist eine Datei. Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Scenes: {count}; tiles: {tiles}; {first} to {last}. Clear, cloud and shadow are in percent of the pixels with data; data is the share of the area with data.</source>
        <translation>Szenen: {count}; Kacheln: {tiles}; {first} bis {last}. Klar, Wolke und Schatten sind in Prozent der Pixel mit Daten angegeben; Daten ist der Anteil des Gebiets mit Daten.</translation>
    </message>
    <message>
        <source>Not replaced</source>
        <translation>Nicht ersetzt</translation>
    </message>
    <message>
        <source>Choose a mask and a reference of one area.</source>
        <translation>Maske und Referenz desselben Gebiets wählen.</translation>
    </message>
    <message>
        <source>{path} has no polygons. Choose a layer of polygons with a class.</source>
        <translation>{path} hat keine Polygone. Einen Layer mit Polygonen und einer Klasse wählen.</translation>
    </message>
    <message>
        <source>{count} polygons of {path} were left out, because their labels name no class ({labels}).</source>
        <translation>{count} Polygone von {path} wurden ausgelassen, weil ihre Labels keine Klasse nennen ({labels}).</translation>
    </message>
    <message>
        <source>The polygons of {path} cannot be reprojected to {mask} ({reason}). Check their coordinate reference system.</source>
        <translation>Die Polygone von {path} lassen sich nicht auf {mask} umprojizieren ({reason}). Ihr Koordinatenbezugssystem prüfen.</translation>
    </message>
    <message>
        <source>{pixels} pixels were left out, because polygons of different classes of {path} overlap there.</source>
        <translation>{pixels} Pixel wurden ausgelassen, weil sich dort Polygone verschiedener Klassen von {path} überlappen.</translation>
    </message>
    <message>
        <source>{low} to {high} ({blocks} blocks of pixels)</source>
        <translation>{low} bis {high} ({blocks} Blöcke von Pixeln)</translation>
    </message>
    <message>
        <source>Interval: percentiles of {draws} draws of blocks of {edge} x {edge} pixels, because neighbouring pixels are not independent. Polygons cover the pixels whose centres they hold.</source>
        <translation>Intervall: Perzentile von {draws} Ziehungen von Blöcken aus {edge} x {edge} Pixeln, weil benachbarte Pixel nicht unabhängig sind. Polygone decken die Pixel ab, deren Mitten in ihnen liegen.</translation>
    </message>
    <message>
        <source>95 % interval of kappa</source>
        <translation>95-%-Intervall von Kappa</translation>
    </message>
    <message>
        <source>too few blocks of pixels: {blocks}</source>
        <translation>zu wenige Blöcke von Pixeln: {blocks}</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls cloud</source>
        <translation>Wolkenfreie Pixel der Referenz, die laut Maske Wolke sind</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls shadow</source>
        <translation>Wolkenfreie Pixel der Referenz, die laut Maske Schatten sind</translation>
    </message>
    <message>
        <source>disagree: classes lacks {names}</source>
        <translation>widersprechen sich: In classes fehlt {names}</translation>
    </message>
    <message>
        <source>must contain a number between 0 and 1 for any of {choices}</source>
        <translation>muss zu einer oder mehreren von {choices} eine Zahl zwischen 0 und 1 enthalten</translation>
    </message>
    <message>
        <source>The mask has pixels of {resolution:g} m, but {name} has pixels of {own:g} m: finer pixels show no more, and labels are less accurate. Choose {own:g} m or more.</source>
        <translation>Die Maske hat Pixel von {resolution:g} m, {name} aber von {own:g} m: Feinere Pixel zeigen nicht mehr, und die Klassen sind ungenauer. {own:g} m oder mehr wählen.</translation>
    </message>
    <message>
        <source>{name} has no short-wave infrared, so the network of 4 bands was used, which takes snow for cloud. Assign B11 and B12 if the raster has them.</source>
        <translation>{name} hat kein kurzwelliges Infrarot; daher rechnete das Netz mit 4 Kanälen, das Schnee für Wolken hält. B11 und B12 zuweisen, falls das Raster sie hat.</translation>
    </message>
    <message>
        <source>{name}: {share:.0f} % of the pixels of {band} have its highest value, {highest:.2f}. Brighter values were cut, as in files of 8 bits, so clouds may have holes. Use the original reflectance if possible.</source>
        <translation>{name}: {share:.0f} % der Pixel von {band} haben dessen höchsten Wert, {highest:.2f}. Hellere Werte wurden gekappt, wie in Dateien mit 8 Bit; Wolken können daher Löcher haben. Möglichst die ursprüngliche Reflektanz verwenden.</translation>
    </message>
    <message>
        <source>{name} is masked as level {level}, but its vegetation reflects {dark:.3f} in blue, as at level {likely}. Choose the level {likely} if that is right: networks of the other level are less accurate.</source>
        <translation>{name} wird als Stufe {level} maskiert, aber seine Vegetation reflektiert im Blau {dark:.3f}, wie in Stufe {likely}. Stufe {likely} wählen, falls das stimmt: Netze der anderen Stufe sind ungenauer.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number from 0 to below 1.</source>
        <translation>{name} ist {value!r}, muss aber eine Zahl ab 0 und unter 1 sein.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only: the networks of the CloudS2Mask library (Wright et al. 2024). Takes about 3 times as long as Automatic, fast. Download the files by hand from the authors&apos; page, then import them.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L1C: die Netze der Bibliothek CloudS2Mask (Wright et al. 2024). Braucht etwa 3-mal so lange wie Automatisch, schnell. Die Dateien von Hand von der Seite der Autoren herunterladen, dann importieren.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 20 m, L1C only: the networks of the CloudS2Mask library (Wright et al. 2024). Takes about 3 times as long as Automatic, fast. Download the files by hand from the authors&apos; page, then import them.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 20 m, nur L1C: die Netze der Bibliothek CloudS2Mask (Wright et al. 2024). Braucht etwa 3-mal so lange wie Automatisch, schnell. Die Dateien von Hand von der Seite der Autoren herunterladen, dann importieren.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained for conditions all over the world (KappaMask 2). The authors publish no hash of the file. At 20 m it takes about 3 times as long as Automatic, fast.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L1C, für Bedingungen auf der ganzen Welt trainiert (KappaMask 2). Die Autoren veröffentlichen keine Prüfsumme der Datei. Bei 20 m braucht es etwa 3-mal so lange wie Automatisch, schnell.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, from all bands with aerosol and water vapour. The authors publish no hash of the file. At 20 m it takes about 3 times as long as Automatic, fast.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L2A, aus allen Kanälen mit Aerosol und Wasserdampf. Die Autoren veröffentlichen keine Prüfsumme der Datei. Bei 20 m braucht es etwa 3-mal so lange wie Automatisch, schnell.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained on scenes of northern Europe (Domnich et al. 2021). The authors publish no hash of the file. At 20 m it takes about 5 times as long as Automatic, fast.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L1C, mit Szenen aus Nordeuropa trainiert (Domnich et al. 2021). Die Autoren veröffentlichen keine Prüfsumme der Datei. Bei 20 m braucht es etwa 5-mal so lange wie Automatisch, schnell.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, trained on scenes of northern Europe (Domnich et al. 2021). The authors publish no hash of the file. At 20 m it takes about 5 times as long as Automatic, fast.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L2A, mit Szenen aus Nordeuropa trainiert (Domnich et al. 2021). Die Autoren veröffentlichen keine Prüfsumme der Datei. Bei 20 m braucht es etwa 5-mal so lange wie Automatisch, schnell.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow, L1C and L2A, and other sensors with red, green and near infrared. Published balanced overall accuracy on Sentinel-2: 92.2 % clear, 91.2 % cloud, 80.5 % shadow (Wright et al. 2025). Takes about twice as long as Automatic, fast.</source>
        <translation>Dichte und dünne Wolken und Schatten, L1C und L2A, auch andere Sensoren mit Rot, Grün und nahem Infrarot. Veröffentlichte ausgewogene Gesamtgenauigkeit auf Sentinel-2: 92,2 % klar, 91,2 % Wolken, 80,5 % Schatten (Wright et al. 2025). Braucht etwa doppelt so lange wie Automatisch, schnell.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 10 m, L1C only; no thin cloud. All four bands have pixels of 10 m. Automatic uses it alone below 20 m, and averages it with the network of 6 bands from 20 m.</source>
        <translation>Wolken und Schatten ab 10 m, nur L1C; keine dünnen Wolken. Alle vier Kanäle haben Pixel von 10 m. Automatisch verwendet es unter 20 m allein und mittelt es ab 20 m mit dem Netz mit 6 Kanälen.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 10 m, L2A only; no thin cloud. All four bands have pixels of 10 m. Automatic uses it alone below 20 m, and averages it with the network of 6 bands from 20 m.</source>
        <translation>Wolken und Schatten ab 10 m, nur L2A; keine dünnen Wolken. Alle vier Kanäle haben Pixel von 10 m. Automatisch verwendet es unter 20 m allein und mittelt es ab 20 m mit dem Netz mit 6 Kanälen.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 20 m, L1C only; no thin cloud. Short-wave infrared separates snow from cloud. From 20 m, Automatic averages it with the network of 4 bands.</source>
        <translation>Wolken und Schatten ab 20 m, nur L1C; keine dünnen Wolken. Das kurzwellige Infrarot trennt Schnee von Wolken. Ab 20 m mittelt Automatisch es mit dem Netz mit 4 Kanälen.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 20 m, L2A only; no thin cloud. Short-wave infrared separates snow from cloud. From 20 m, Automatic averages it with the network of 4 bands.</source>
        <translation>Wolken und Schatten ab 20 m, nur L2A; keine dünnen Wolken. Das kurzwellige Infrarot trennt Schnee von Wolken. Ab 20 m mittelt Automatisch es mit dem Netz mit 4 Kanälen.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained on the hand-labelled patches of CloudSEN12+ (Aybar et al. 2024). Not for commercial use. At 20 m it takes about 1.3 times as long as Automatic, fast, because it runs at 10 m.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L1C, mit den von Hand beschrifteten Ausschnitten von CloudSEN12+ trainiert (Aybar et al. 2024). Nicht für kommerzielle Nutzung. Bei 20 m braucht es etwa 1,3-mal so lange wie Automatisch, schnell, weil es bei 10 m läuft.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, trained on the hand-labelled patches of CloudSEN12+ (Aybar et al. 2024). Not for commercial use. At 20 m it takes about 1.3 times as long as Automatic, fast, because it runs at 10 m.</source>
        <translation>Dichte und dünne Wolken und Schatten bei 10 m, nur L2A, mit den von Hand beschrifteten Ausschnitten von CloudSEN12+ trainiert (Aybar et al. 2024). Nicht für kommerzielle Nutzung. Bei 20 m braucht es etwa 1,3-mal so lange wie Automatisch, schnell, weil es bei 10 m läuft.</translation>
    </message>
    <message>
        <source>No polygon of {path} has a class: its field {field} holds {labels}. Choose a field with clear, cloud, thick cloud, thin cloud, shadow, snow and water, or with the numbers of a mask.</source>
        <translation>Kein Polygon von {path} hat eine Klasse: Sein Feld {field} enthält {labels}. Ein Feld mit wolkenfrei, Wolke, dichte Wolke, dünne Wolke, Schatten, Schnee und Wasser oder mit den Zahlen einer Maske wählen.</translation>
    </message>
    <message>
        <source>Snow or ice</source>
        <translation>Schnee oder Eis</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation>{name} %</translation>
    </message>
    <message>
        <source>The metadata of {name} has no grid of the sun&apos;s angles. Shadows may be displaced.</source>
        <translation>Die Metadaten von {name} enthalten kein Raster der Sonnenwinkel. Schatten können verschoben sein.</translation>
    </message>
    <message>
        <source>The metadata of {name} has no grids of viewing angles. Shadows of high clouds may be displaced.</source>
        <translation>Die Metadaten von {name} enthalten keine Raster der Blickwinkel. Schatten hoher Wolken können verschoben sein.</translation>
    </message>
    <message>
        <source>The metadata of {name} states neither the angles of the sun nor the sensing time, which cloud shadows need. Download the product again.</source>
        <translation>Die Metadaten von {name} nennen weder die Sonnenwinkel noch die Aufnahmezeit, die für Wolkenschatten nötig sind. Laden Sie das Produkt erneut herunter.</translation>
    </message>
    <message>
        <source>must be given together: rules need the context scene</source>
        <translation>müssen zusammen angegeben werden: Regeln brauchen den Kontext scene</translation>
    </message>
    <message>
        <source>must be empty if the context is scene</source>
        <translation>müssen leer sein, wenn der Kontext scene ist</translation>
    </message>
    <message>
        <source>must not be empty unless the context is scene</source>
        <translation>darf nur leer sein, wenn der Kontext scene ist</translation>
    </message>
    <message>
        <source>one of them consists of rules, without probabilities</source>
        <translation>eines davon besteht aus Regeln, ohne Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>must contain threshold (between 0 and 1), dilate_px, shadow_dilate_px, snow_dilate_px (0 to 50) and parallax (true or false)</source>
        <translation>muss threshold (zwischen 0 und 1), dilate_px, shadow_dilate_px, snow_dilate_px (0 bis 50) und parallax (true oder false) enthalten</translation>
    </message>
    <message>
        <source>The Python package {package} cannot be imported ({reason}). Install it: python3 -m pip install {package}</source>
        <translation>Das Python-Paket {package} kann nicht importiert werden ({reason}). Installieren Sie es: python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>The Dask scheduler {scheduler} does not answer ({reason}). Check the address, and that it runs.</source>
        <translation>Der Dask-Scheduler {scheduler} antwortet nicht ({reason}). Prüfen Sie die Adresse, und ob er läuft.</translation>
    </message>
    <message>
        <source>The Dask scheduler was lost ({reason}). Finished masks stay: start the same run again to go on.</source>
        <translation>Der Dask-Scheduler ist verloren ({reason}). Fertige Masken bleiben: Starten Sie denselben Lauf noch einmal, um fortzusetzen.</translation>
    </message>
    <message>
        <source>{path} was not masked: the processes of the workers that tried it were ended, as the system does when memory is short. Give each worker more memory, or look into the logs of the workers.</source>
        <translation>{path} wurde nicht maskiert: Die Prozesse der Worker, die es versuchten, wurden beendet, wie es das System bei knappem Speicher tut. Geben Sie jedem Worker mehr Speicher, oder sehen Sie in die Protokolle der Worker.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot mask. {error}</source>
        <translation>Der Worker {worker} kann nicht maskieren. {error}</translation>
    </message>
    <message>
        <source>Version {version} of CloudS2Mask is not installed on the worker {worker} ({found}). Install it on the scheduler and on all workers, in a folder of their PYTHONPATH.</source>
        <translation>Version {version} von CloudS2Mask ist auf dem Worker {worker} nicht installiert ({found}). Installieren Sie sie auf dem Scheduler und allen Workern, in einem Ordner ihres PYTHONPATH.</translation>
    </message>
    <message>
        <source>The cluster cannot run CloudS2Mask ({reason}). Its scheduler needs version {version} too, in a folder of its PYTHONPATH.</source>
        <translation>Der Cluster kann CloudS2Mask nicht ausführen ({reason}). Auch sein Scheduler braucht Version {version}, in einem Ordner seines PYTHONPATH.</translation>
    </message>
    <message>
        <source>The confidence of {model} is 0 or 100 %: rules have no probabilities.</source>
        <translation>Die Konfidenz von {model} ist 0 oder 100 %: Regeln haben keine Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>Cloud, shadow, snow and water, L1C only, by rules: no network has to be downloaded. The whole scene is examined, also for an area.</source>
        <translation>Wolke, Schatten, Schnee und Wasser, nur L1C, nach Regeln: Kein Netz muss heruntergeladen werden. Auch für ein Gebiet wird die ganze Szene untersucht.</translation>
    </message>
    <message>
        <source>The list of scenes {path} cannot be read ({reason}). Give a text file, or - for standard input.</source>
        <translation>Die Liste der Szenen {path} kann nicht gelesen werden ({reason}). Geben Sie eine Textdatei an, oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>{path} is neither a .SAFE or .zarr folder nor a .zip archive. Choose one of these.</source>
        <translation>{path} ist weder ein .SAFE- oder .zarr-Ordner noch ein .zip-Archiv. Eines davon wählen.</translation>
    </message>
    <message>
        <source>{path} has a field with an impossible value ({reason}). Download the product again.</source>
        <translation>{path} hat ein Feld mit einem unmöglichen Wert ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is not the consolidated metadata of a Zarr store ({reason}). Download the product again.</source>
        <translation>{path} enthält nicht die gesammelten Metadaten eines Zarr-Speichers ({reason}). Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{path} is not a Sentinel-2 product: it has no MTD_MSIL1C.xml or MTD_MSIL2A.xml, and is no EOPF product in Zarr. Choose a .SAFE or .zarr folder or its .zip archive.</source>
        <translation>{path} ist kein Sentinel-2-Produkt: Es fehlt MTD_MSIL1C.xml oder MTD_MSIL2A.xml, und es ist kein EOPF-Produkt in Zarr. Einen .SAFE- oder .zarr-Ordner oder sein .zip-Archiv wählen.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose a .SAFE or .zarr folder or a .zip archive.</source>
        <translation>{path} ist nicht vorhanden. Einen .SAFE- oder .zarr-Ordner oder ein .zip-Archiv wählen.</translation>
    </message>
    <message>
        <source>{path} is in Zarr format {version}, which needs GDAL {needed} or later; that of rasterio is {present}. Download the product in Zarr format 2 or as .SAFE, or use a newer QGIS.</source>
        <translation>{path} hat das Zarr-Format {version}, das GDAL {needed} oder neuer braucht; das von rasterio ist {present}. Das Produkt im Zarr-Format 2 oder als .SAFE herunterladen oder ein neueres QGIS verwenden.</translation>
    </message>
    <message>
        <source>{path} is incomplete: it lacks {chunk}, a part of band {band}. Download the product again.</source>
        <translation>{path} ist unvollständig: Es fehlt {chunk}, ein Teil von Kanal {band}. Das Produkt erneut herunterladen.</translation>
    </message>
    <message>
        <source>{name} has no file for band {band}. Download the product again, or choose a model that does not need the band.</source>
        <translation>{name} hat keine Datei für Kanal {band}. Das Produkt erneut herunterladen oder ein Modell wählen, das den Kanal nicht braucht.</translation>
    </message>
    <message>
        <source>No product was given. Add at least one .SAFE or .zarr folder or .zip archive.</source>
        <translation>Kein Produkt wurde angegeben. Mindestens einen .SAFE- oder .zarr-Ordner oder ein .zip-Archiv hinzufügen.</translation>
    </message>
    <message>
        <source>{number} of {count} models against the majority</source>
        <translation>{number} von {count} Modellen gegen die Mehrheit</translation>
    </message>
    <message>
        <source>{mask} and {other} have other pixels. Make both with the same resolution and area.</source>
        <translation>{mask} und {other} haben verschiedene Pixel. Beide mit derselben Auflösung und demselben Gebiet erstellen.</translation>
    </message>
    <message>
        <source>All models agree</source>
        <translation>Alle Modelle stimmen überein</translation>
    </message>
    <message>
        <source>The two models disagree</source>
        <translation>Die beiden Modelle widersprechen sich</translation>
    </message>
    <message>
        <source>No model gives a mask of {product}. {error}</source>
        <translation>Kein Modell ergibt eine Maske von {product}. {error}</translation>
    </message>
    <message>
        <source>Percent of the pixels on which two models agree: cloud (thick or thin), cloud shadow, or visible ground. If one of the two does not detect shadow, only cloud or not is compared.</source>
        <translation>Prozent der Pixel, bei denen zwei Modelle übereinstimmen: Wolke (dicht oder dünn), Wolkenschatten oder sichtbarer Boden. Erkennt eines von beiden keine Schatten, wird nur Wolke oder nicht verglichen.</translation>
    </message>
    <message>
        <source>Shares, agreement and disagreement count only pixels with data in all masks. Each model ran in a process of its own, one after the other: time is from its start to its end, memory the most that it held at a time. The disagreement is the number of models against the majority; a model that does not detect shadow agrees with ground and with shadow. A dash means that a model does not distinguish the class, or that there is no pixel to divide by. Agreement is not accuracy: models may be wrong together.</source>
        <translation>Anteile, Übereinstimmung und Widersprüche zählen nur Pixel, die in allen Masken Daten haben. Jedes Modell lief in einem eigenen Prozess, eines nach dem anderen: Die Zeit reicht von dessen Beginn bis zu dessen Ende, der Speicher ist das Meiste, was er auf einmal belegte. Die Widersprüche sind die Anzahl der Modelle gegen die Mehrheit; ein Modell, das keine Schatten erkennt, stimmt mit Boden und mit Schatten überein. Ein Strich bedeutet, dass ein Modell die Klasse nicht unterscheidet oder dass es kein Pixel gibt, durch das zu teilen wäre. Übereinstimmung ist nicht Genauigkeit: Modelle können gemeinsam irren.</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>Vergleich von Modellen</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} s</translation>
    </message>
    <message>
        <source>Cloud or not</source>
        <translation>Wolke oder nicht</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Natural colours</source>
        <translation>Natürliche Farben</translation>
    </message>
    <message>
        <source>{gigabytes:.2f} GB</source>
        <translation>{gigabytes:.2f} GB</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Accuracy by the reference</source>
        <translation>Genauigkeit nach der Referenz</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>The process of {model} could not be started ({reason}). Restart QGIS, and try again.</source>
        <translation>Der Prozess von {model} konnte nicht gestartet werden ({reason}). QGIS neu starten und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The process of {model} ended with status {status} before the mask was complete ({reason}). Close other programs if memory is short, and try again.</source>
        <translation>Der Prozess von {model} endete mit Status {status}, bevor die Maske fertig war ({reason}). Bei knappem Speicher andere Programme schließen und noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}, so that models cannot run in processes of their own. Mask the product with one model after the other.</source>
        <translation>Der Python-Interpreter von QGIS wurde weder in {exec_prefix} noch neben {executable} gefunden, sodass Modelle nicht in eigenen Prozessen laufen können. Das Produkt mit einem Modell nach dem anderen maskieren.</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <translation>ohne Meldung</translation>
    </message>
    <message>
        <source>{path} cannot be verified: EOPF products have no checksums. Mask it without verification.</source>
        <translation>{path} kann nicht geprüft werden: EOPF-Produkte haben keine Prüfsummen. Das Produkt ohne Prüfung maskieren.</translation>
    </message>
    <message>
        <source>{path} has {count} bands. Choose a raster with one band, of elevation or of water.</source>
        <translation>{path} hat {count} Kanäle. Ein Raster mit einem Kanal wählen, mit Höhen oder mit Wasser.</translation>
    </message>
    <message>
        <source>{path} is not a map of water: it contains {value:g}. Choose a raster of 1 for water, or of its occurrence in percent, 0 to 100.</source>
        <translation>{path} ist keine Wasserkarte: Sie enthält {value:g}. Ein Raster mit 1 für Wasser oder mit der Häufigkeit von Wasser in Prozent, 0 bis 100, wählen.</translation>
    </message>
    <message>
        <source>{name} is a raster, which states no angles of sun and satellite. Choose its product, or another model.</source>
        <translation>{name} ist ein Raster, das keine Winkel von Sonne und Satellit angibt. Wählen Sie das Produkt oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>There is no model {model!r}. {nearest} may be meant.</source>
        <translation>Es gibt kein Modell {model!r}. Gemeint ist vielleicht {nearest}.</translation>
    </message>
    <message>
        <source>{path} covers only {percent:.0f} % of {name}. Beyond it, ground counts as flat.</source>
        <translation>{path} deckt nur {percent:.0f} % von {name} ab. Außerhalb gilt der Boden als eben.</translation>
    </message>
    <message>
        <source>{path} is not elevation in metres: it contains {value:g}. Choose another raster, or declare this value as its nodata value.</source>
        <translation>{path} ist keine Höhe in Metern: Es enthält {value:g}. Wählen Sie ein anderes Raster, oder geben Sie diesen Wert als Nodata-Wert an.</translation>
    </message>
    <message>
        <source>{path} covers only {percent:.0f} % of {name}. Beyond it, it adds no water.</source>
        <translation>{path} deckt nur {percent:.0f} % von {name} ab. Außerhalb fügt die Karte kein Wasser hinzu.</translation>
    </message>
    <message>
        <source>{path} is above 0 everywhere in {name}. Is it a map of water, and not of land cover?</source>
        <translation>{path} ist überall in {name} über 0. Ist es eine Karte des Wassers und nicht der Landbedeckung?</translation>
    </message>
    <message>
        <source>cloud probability threshold</source>
        <translation>Schwelle der Wolkenwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>averaging of the cloud probability</source>
        <translation>Mittelung der Wolkenwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>dilation of cloud</source>
        <translation>Erweiterung der Wolken</translation>
    </message>
    <message>
        <source>dilation of shadow</source>
        <translation>Erweiterung der Schatten</translation>
    </message>
    <message>
        <source>dilation of snow</source>
        <translation>Erweiterung des Schnees</translation>
    </message>
    <message>
        <source>test of parallax</source>
        <translation>Prüfung der Parallaxe</translation>
    </message>
    <message>
        <source>elevation raster</source>
        <translation>Höhenraster</translation>
    </message>
    <message>
        <source>water map</source>
        <translation>Wasserkarte</translation>
    </message>
    <message>
        <source>Options that {model} does not have: {names}. Remove them, or choose one of: {others}.</source>
        <translation>Optionen, die {model} nicht hat: {names}. Entfernen Sie sie, oder wählen Sie eines von: {others}.</translation>
    </message>
    <message>
        <source>A least probability of shadow cannot be set for {model}, which gives none. Remove this option, or choose another model.</source>
        <translation>Für {model}, das keine Wahrscheinlichkeit von Schatten angibt, kann keine Mindestwahrscheinlichkeit gesetzt werden. Entfernen Sie diese Option, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The valid mask excludes {classes}, but {model} does not detect these classes. Choose from its classes: {names}.</source>
        <translation>Die Gültigkeitsmaske schließt {classes} aus, aber {model} erkennt diese Klassen nicht. Wählen Sie aus seinen Klassen: {names}.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}. It runs at {used:g} m, and the mask is resampled to {resolution:g} m.</source>
        <translation>{model} unterstützt Pixel von {pixels}. Es läuft bei {used:g} m, und die Maske wird auf {resolution:g} m umgerechnet.</translation>
    </message>
    <message>
        <source>Test-time augmentation has no effect: {model} has no patches.</source>
        <translation>Die Test-Time-Augmentation hat keine Wirkung: {model} hat keine Ausschnitte.</translation>
    </message>
    <message>
        <source>Averaging all networks has no effect: {model} has no further networks.</source>
        <translation>Die Mittelung aller Netze hat keine Wirkung: {model} hat keine weiteren Netze.</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>Wolkenfrei: {name}</translation>
    </message>
    <message>
        <source>Clear: other ground</source>
        <translation>Wolkenfrei: anderer Boden</translation>
    </message>
    <message>
        <source>1 of {count} models against the majority</source>
        <translation>1 von {count} Modellen gegen die Mehrheit</translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title}: {text}</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>Läuft bei</translation>
    </message>
    <message>
        <source>{address} could not be copied to {folder} ({reason}). Free disk space there, or set the variable TMPDIR to another folder.</source>
        <translation>{address} konnte nicht nach {folder} kopiert werden ({reason}). Geben Sie dort Speicherplatz frei, oder setzen Sie die Variable TMPDIR auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Products behind addresses cannot be copied to {folder} ({reason}). Set the variable TMPDIR to another folder.</source>
        <translation>Produkte hinter Adressen können nicht nach {folder} kopiert werden ({reason}). Setzen Sie die Variable TMPDIR auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{address} is of a kind that is not read. Choose an address with https://, s3:// or gs://.</source>
        <translation>{address} ist von einer Art, die nicht gelesen wird. Wählen Sie eine Adresse mit https://, s3:// oder gs://.</translation>
    </message>
    <message>
        <source>The address of {host} contains a password. Leave it out, and choose an authentication of QGIS, or set the variables of the environment that the guide names.</source>
        <translation>Die Adresse von {host} enthält ein Passwort. Lassen Sie es weg, und wählen Sie eine Authentifizierung von QGIS, oder setzen Sie die Umgebungsvariablen, die die Anleitung nennt.</translation>
    </message>
    <message>
        <source>{address} is not a whole address of a product.</source>
        <translation>{address} ist keine vollständige Adresse eines Produkts.</translation>
    </message>
    <message>
        <source>{name!r} is no name of a file below {address}.</source>
        <translation>{name!r} ist kein Name einer Datei unterhalb von {address}.</translation>
    </message>
    <message>
        <source>{address} changed while it was read. Mask the product again when nothing writes to it.</source>
        <translation>{address} hat sich geändert, während es gelesen wurde. Maskieren Sie das Produkt noch einmal, wenn niemand darin schreibt.</translation>
    </message>
    <message>
        <source>{path} was not read: it has more than {megabytes:.3g} MB. Check that it is the right file.</source>
        <translation>{path} wurde nicht gelesen: Die Datei hat mehr als {megabytes:.3g} MB. Prüfen Sie, ob es die richtige ist.</translation>
    </message>
    <message>
        <source>{address} does not exist (HTTP {status}). Check the address.</source>
        <translation>{address} gibt es nicht (HTTP {status}). Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>{address} lies in another region: set the variable AWS_REGION to {region}.</source>
        <translation>{address} liegt in einer anderen Region: Setzen Sie die Variable AWS_REGION auf {region}.</translation>
    </message>
    <message>
        <source>{address} cannot be read in place: its host does not send parts of files. Download the product.</source>
        <translation>{address} kann nicht an Ort und Stelle gelesen werden: Sein Server sendet keine Teile von Dateien. Laden Sie das Produkt herunter.</translation>
    </message>
    <message>
        <source>{address} was not read: its host redirects to an address that is not safe. The login page of a network may be the cause: log in with a browser.</source>
        <translation>{address} wurde nicht gelesen: Sein Server leitet auf eine Adresse um, die nicht sicher ist. Die Anmeldeseite eines Netzes kann der Grund sein: Melden Sie sich mit einem Browser an.</translation>
    </message>
    <message>
        <source>{address} cannot be read ({reason}). Check the connection and the proxy, and try again.</source>
        <translation>{address} kann nicht gelesen werden ({reason}). Prüfen Sie die Verbindung und den Proxy, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the host sends too slowly</source>
        <translation>der Server sendet zu langsam</translation>
    </message>
    <message>
        <source>{address} needs GDAL&apos;s Python package osgeo, which QGIS brings. Install it, or choose an address with https://.</source>
        <translation>{address} braucht GDALs Python-Paket osgeo, das QGIS mitbringt. Installieren Sie es, oder wählen Sie eine Adresse mit https://.</translation>
    </message>
    <message>
        <source>{path} has no tags of CloudS2Mask, which a new version needs. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} hat keine Angaben von CloudS2Mask, die eine neue Version braucht. Eine mit CloudS2Mask erstellte Maske wählen.</translation>
    </message>
    <message>
        <source>{path} does not name its rule, so no valid mask was made.</source>
        <translation>{path} nennt ihre Regel nicht, daher entstand keine Gültigkeitsmaske.</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free disk space, or set the variable TMPDIR to another folder.</source>
        <translation>{path} konnte nicht geschrieben werden ({reason}). Geben Sie Speicherplatz frei, oder setzen Sie die Variable TMPDIR auf einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} has no pixel size in metres, which buffers and smallest areas need. Set them to 0, or reproject the mask.</source>
        <translation>{path} hat keine Pixelgröße in Metern, wie sie Puffer und kleinste Flächen brauchen. Diese auf 0 setzen oder die Maske umprojizieren.</translation>
    </message>
    <message>
        <source>{path} has rotated or non-square pixels ({size}), but buffers and smallest areas need square ones. Set them to 0, or reproject the mask.</source>
        <translation>{path} hat gedrehte oder nicht quadratische Pixel ({size}), Puffer und kleinste Flächen brauchen aber quadratische. Diese auf 0 setzen oder die Maske umprojizieren.</translation>
    </message>
    <message>
        <source>{path} is a valid mask, which has no classes. Choose the cloud mask from which it was made.</source>
        <translation>{path} ist eine Gültigkeitsmaske, die keine Klassen hat. Die Wolkenmaske wählen, aus der sie gemacht wurde.</translation>
    </message>
    <message>
        <source>{classes} cannot become polygons. Choose at least one of: {allowed}.</source>
        <translation>{classes} kann nicht zu Polygonen werden. Mindestens eine wählen von: {allowed}.</translation>
    </message>
    <message>
        <source>{model} supports products, not rasters and STAC items, which lack bands and angles that it needs. Choose another model.</source>
        <translation>{model} unterstützt Produkte, keine Raster und STAC-Items, denen Bänder und Winkel fehlen, die es braucht. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{name} requires a product: the files of a STAC item have no manifest.safe with checksums.</source>
        <translation>{name} erfordert ein Produkt: Zu den Dateien eines STAC-Items gibt es kein manifest.safe mit Prüfsummen.</translation>
    </message>
    <message>
        <source>{address} is in AWS&apos;s own layout, in which the metadata of a product lies apart from its bands. Choose the address of a .SAFE folder, such as those of Copernicus and of Google.</source>
        <translation>{address} hat AWS' eigene Anordnung, in der die Metadaten eines Produkts getrennt von seinen Bändern liegen. Wählen Sie die Adresse eines .SAFE-Ordners, wie die von Copernicus und von Google.</translation>
    </message>
    <message>
        <source>it is no place on the Earth</source>
        <translation>sie liegt nicht auf der Erde</translation>
    </message>
    <message>
        <source>corrected by hand on {day}</source>
        <translation>von Hand korrigiert am {day}</translation>
    </message>
    <message>
        <source>{path} was not read: it has {megabytes:.0f} MB, but a STAC item has at most 20 MB. Choose the item&apos;s own JSON.</source>
        <translation>{path} wurde nicht gelesen: Es hat {megabytes:.0f} MB, ein STAC-Item aber höchstens 20 MB. Wählen Sie das JSON des Items selbst.</translation>
    </message>
    <message>
        <source>{path} is not a STAC item: its type is {found!r}. Choose a single item with assets, not a collection or a catalog.</source>
        <translation>{path} ist kein STAC-Item: Der Typ ist {found!r}. Wählen Sie ein einzelnes Item mit Assets, keine Sammlung und keinen Katalog.</translation>
    </message>
    <message>
        <source>{path} has no band of Sentinel-2 as GeoTIFF or JPEG 2000. Choose an item of another collection; for Zarr, add the address of the .zarr folder.</source>
        <translation>{path} hat kein Band von Sentinel-2 als GeoTIFF oder JPEG 2000. Wählen Sie ein Item einer anderen Sammlung; für Zarr fügen Sie die Adresse des .zarr-Ordners hinzu.</translation>
    </message>
    <message>
        <source>{path} does not say that it is a scene of Sentinel-2: it has no processing level or no tile. Choose an item of level L1C or L2A.</source>
        <translation>{path} sagt nicht, dass es eine Szene von Sentinel-2 ist: Prozessierungsstufe oder Kachel fehlen. Wählen Sie ein Item der Stufe L1C oder L2A.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({reason}). Choose a STAC item, or log in if its host asks for that.</source>
        <translation>{path} ist kein JSON ({reason}). Wählen Sie ein STAC-Item, oder melden Sie sich an, falls der Server das verlangt.</translation>
    </message>
    <message>
        <source>{path} has a field with an impossible value ({reason}). Choose another item, or tell its provider.</source>
        <translation>{path} hat ein Feld mit einem unmöglichen Wert ({reason}). Wählen Sie ein anderes Item, oder melden Sie es dem Anbieter.</translation>
    </message>
    <message>
        <source>{name}: its STAC item says that the values contain the offset of baseline {baseline}, but it was removed from the pixels already. It was not subtracted again. Tell the provider of the item.</source>
        <translation>{name}: Laut STAC-Item enthalten die Werte den Offset der Baseline {baseline}, aus den Pixeln wurde er aber schon entfernt. Er wurde nicht noch einmal abgezogen. Melden Sie es dem Anbieter des Items.</translation>
    </message>
    <message>
        <source>{name}: its STAC item does not tell reliably if the values contain the offset of baseline {baseline}, and the pixels do not tell it. It was subtracted. Compare the mask with the image.</source>
        <translation>{name}: Das STAC-Item sagt nicht verlässlich, ob die Werte den Offset der Baseline {baseline} enthalten, und die Pixel verraten es nicht. Er wurde abgezogen. Vergleichen Sie die Maske mit dem Bild.</translation>
    </message>
    <message>
        <source>{name}: its STAC item says that the offset of baseline {baseline} was removed from the values, but the pixels still contain it. It was subtracted. Tell the provider of the item.</source>
        <translation>{name}: Laut STAC-Item wurde der Offset der Baseline {baseline} aus den Werten entfernt, die Pixel enthalten ihn aber noch. Er wurde abgezogen. Melden Sie es dem Anbieter des Items.</translation>
    </message>
    <message>
        <source>{api} has no scene of {collection} in the area of interest with these days and cloud cover. Choose others.</source>
        <translation>{api} hat keine Szene von {collection} im Interessengebiet mit diesen Tagen und dieser Bewölkung. Wählen Sie andere.</translation>
    </message>
    <message>
        <source>{path} does not answer as a STAC API. Check the address; it usually ends with /v1 or /stac.</source>
        <translation>{path} antwortet nicht wie eine STAC-API. Prüfen Sie die Adresse; meist endet sie auf /v1 oder /stac.</translation>
    </message>
    <message>
        <source>The collection is empty. Enter the one to search, such as {example}.</source>
        <translation>Die Sammlung ist leer. Geben Sie die ein, in der gesucht wird, etwa {example}.</translation>
    </message>
    <message>
        <source>The first day of the search, {start}, is after the last, {end}.</source>
        <translation>Der erste Tag der Suche, {start}, liegt nach dem letzten, {end}.</translation>
    </message>
    <message>
        <source>The largest cloud cover is {value:g}, but must be from 0 to 100 %.</source>
        <translation>Die größte Bewölkung ist {value:g}, muss aber zwischen 0 und 100 % liegen.</translation>
    </message>
    <message>
        <source>{address!r} is no address of a STAC API. Enter one with https://.</source>
        <translation>{address!r} ist keine Adresse einer STAC-API. Geben Sie eine mit https:// ein.</translation>
    </message>
    <message>
        <source>{path} names the file {href} on this computer, which an item behind an address may not do. Choose another item.</source>
        <translation>{path} nennt die Datei {href} auf diesem Computer, was ein Item hinter einer Adresse nicht darf. Wählen Sie ein anderes Item.</translation>
    </message>
    <message>
        <source>{path} names files of the Planetary Computer, which need GDAL {needed} or later; that of rasterio is {present}. Choose the same scene from another catalogue, or use a newer QGIS.</source>
        <translation>{path} nennt Dateien des Planetary Computer, die GDAL {needed} oder neuer brauchen; das von rasterio ist {present}. Wählen Sie dieselbe Szene aus einem anderen Katalog, oder verwenden Sie ein neueres QGIS.</translation>
    </message>
    <message>
        <source>The STAC item of {name} has no band {band}. Choose a model that does not need the band, or another item.</source>
        <translation>Das STAC-Item von {name} hat kein Band {band}. Wählen Sie ein Modell, das dieses Band nicht braucht, oder ein anderes Item.</translation>
    </message>
    <message>
        <source>{path}: {error}</source>
        <translation>{path}: {error}</translation>
    </message>
    <message>
        <source>The authentication {authcfg} cannot be used for {address}. Choose another one, or none.</source>
        <translation>Die Authentifizierung {authcfg} kann für {address} nicht verwendet werden. Wählen Sie eine andere oder keine.</translation>
    </message>
    <message>
        <source>The preview of {path} is damaged ({reason}). Download the product again.</source>
        <translation>Die Vorschau von {path} ist beschädigt ({reason}). Laden Sie das Produkt erneut herunter.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}, not of {resolution:g} m. Choose {finest:g} m or more, or one of: {names}.</source>
        <translation>{model} unterstützt Pixel von {pixels}, nicht von {resolution:g} m. {finest:g} m oder mehr oder eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}, not of {resolution:g} m. Choose one of: {names}.</source>
        <translation>{model} unterstützt Pixel von {pixels}, nicht von {resolution:g} m. Eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>{model} supports {levels} products, not {level}. Choose one of: {names}.</source>
        <translation>{model} unterstützt Produkte der Stufe {levels}, nicht {level}. Eines von diesen wählen: {names}.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>{model} (not downloaded)</source>
        <translation>{model} (nicht heruntergeladen)</translation>
    </message>
    <message>
        <source>snow or ice</source>
        <translation>Schnee oder Eis</translation>
    </message>
    <message>
        <source>water</source>
        <translation>Wasser</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>processing level</source>
        <translation>Verarbeitungsstufe</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>tile</source>
        <translation>Kachel</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>Aufnahmezeit</translation>
    </message>
    <message>
        <source>datastrip</source>
        <translation>Datenstreifen (datastrip)</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>version of the model</source>
        <translation>Version des Modells</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>pixel size of the network</source>
        <translation>Pixelgröße des Netzes</translation>
    </message>
    <message>
        <source>patch placement</source>
        <translation>Anordnung der Ausschnitte</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>Größe der Ausschnitte</translation>
    </message>
    <message>
        <source>overlap of patches</source>
        <translation>Überlappung der Ausschnitte</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>least probability of shadow</source>
        <translation>Mindestwahrscheinlichkeit von Schatten</translation>
    </message>
    <message>
        <source>number of networks</source>
        <translation>Anzahl der Netze</translation>
    </message>
    <message>
        <source>area of interest</source>
        <translation>Interessengebiet</translation>
    </message>
    <message>
        <source>bands, scale, offset or nodata</source>
        <translation>Kanäle, Skalierung, Offset oder Nodata</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name}: {value}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %</source>
        <translation>Wolkenfrei {clear:.0f} %, Wolke {cloud:.0f} %</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Wolkenfrei {clear:.0f} %, Wolke {cloud:.0f} %, Schatten {shadow:.0f} %</translation>
    </message>
    <message>
        <source>{shares} (clear includes {kinds})</source>
        <translation>{shares} (wolkenfrei umfasst {kinds})</translation>
    </message>
    <message>
        <source>Options for models that consist of rules, of which none is chosen: {names}. Remove them, or choose one of: {others}.</source>
        <translation>Optionen für Modelle aus Regeln, von denen keines gewählt ist: {names}. Sie entfernen oder eines von diesen wählen: {others}.</translation>
    </message>
    <message>
        <source>A mask with other settings ({names}) exists: {path}. Choose &apos;Replace existing masks&apos;, or another output folder.</source>
        <translation>Eine Maske mit anderen Einstellungen ({names}) ist vorhanden: {path}. „Vorhandene Masken ersetzen“ oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>line: all clear ground</source>
        <translation>Linie: alles Wolkenfreie</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first}; {second}</translation>
    </message>
    <message>
        <source>Options of {model}: not the same in all masks.</source>
        <translation>Optionen von {model}: nicht in allen Masken gleich.</translation>
    </message>
    <message>
        <source>Options of {model}: {options}.</source>
        <translation>Optionen von {model}: {options}.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Snow or ice and water are parts of clear.</source>
        <translation>Schnee oder Eis und Wasser sind Teile von Wolkenfrei.</translation>
    </message>
    <message>
        <source>Fmask</source>
        <translation>Fmask</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}). Check the connection, and try again.</source>
        <translation>Die Banddatei {path} kann nicht gelesen werden ({reason}). Prüfen Sie die Verbindung, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>it leads to another file</source>
        <translation>sie führt zu einer anderen Datei</translation>
    </message>
    <message>
        <source>{name}: its STAC item states an offset, which products of baseline {baseline} do not have, and the pixels do not tell it. It was not subtracted. Compare the mask with the image.</source>
        <translation>{name}: Das STAC-Item nennt einen Offset, den Produkte der Baseline {baseline} nicht haben, und die Pixel lassen es offen. Er wurde nicht abgezogen. Vergleichen Sie die Maske mit dem Bild.</translation>
    </message>
    <message>
        <source>{name}: its STAC item names neither a processing baseline nor an offset, and the pixels do not tell if their values contain one. None was subtracted. Compare the mask with the image.</source>
        <translation>{name}: Das STAC-Item nennt weder eine Processing Baseline noch einen Offset, und die Pixel lassen offen, ob ihre Werte einen enthalten. Es wurde keiner abgezogen. Vergleichen Sie die Maske mit dem Bild.</translation>
    </message>
    <message>
        <source>{name} needs {option}: only scenes that touch it are searched.</source>
        <translation>{name} braucht {option}: Gesucht werden nur Szenen, die es berühren.</translation>
    </message>
    <message>
        <source>{address} may not be read, or is not there: its host answers HTTP {status} to both. Check the address, and set the authentication that its host wants.</source>
        <translation>{address} darf nicht gelesen werden oder ist nicht da: Der Server antwortet auf beides mit HTTP {status}. Prüfen Sie die Adresse, und setzen Sie die Authentifizierung, die der Server verlangt.</translation>
    </message>
    <message>
        <source>{address} was refused by its host (HTTP {status}). Check the address, and set the authentication that its host wants.</source>
        <translation>{address} wurde von seinem Server verweigert (HTTP {status}). Prüfen Sie die Adresse, und setzen Sie die Authentifizierung, die der Server verlangt.</translation>
    </message>
    <message>
        <source>{address} was not read: the certificate of its host is not accepted ({reason}). {remedy}</source>
        <translation>{address} wurde nicht gelesen: Das Zertifikat des Servers wird nicht akzeptiert ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>{path} was reprojected: its pixels are not square, with edges in metres. Correct the mask from which it was made.</source>
        <translation>{path} wurde umprojiziert: Ihre Pixel sind nicht quadratisch mit Kanten in Metern. Korrigieren Sie die Maske, aus der sie erstellt wurde.</translation>
    </message>
    <message>
        <source>If your organisation inspects connections, add its certificate in QGIS (Settings &gt; Options &gt; Authentication), or name it in the variable REQUESTS_CA_BUNDLE.</source>
        <translation>Wenn Ihre Organisation Verbindungen prüft, fügen Sie ihr Zertifikat in QGIS hinzu (Einstellungen &gt; Optionen &gt; Authentifizierung), oder nennen Sie es in der Variable REQUESTS_CA_BUNDLE.</translation>
    </message>
    <message>
        <source>it sent other bytes than it was asked for</source>
        <translation>er hat andere Bytes gesendet als verlangt</translation>
    </message>
    <message>
        <source>The certificate of {host} is not accepted ({reason}). {remedy}</source>
        <translation>Das Zertifikat von {host} wird nicht akzeptiert ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>nothing came for {seconds:g} s</source>
        <translation>{seconds:g} s lang kam nichts</translation>
    </message>
    <message>
        <source>Addresses and downloads need the Python package {package}: python3 -m pip install {package}</source>
        <translation>Adressen und Downloads brauchen das Python-Paket {package}: python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>Die Anfrage wurde abgebrochen.</translation>
    </message>
    <message>
        <source>it redirects in a circle</source>
        <translation>er leitet im Kreis weiter</translation>
    </message>
    <message>
        <source>The smallest polygon</source>
        <translation>Das kleinste Polygon</translation>
    </message>
    <message>
        <source>The simplification</source>
        <translation>Die Vereinfachung</translation>
    </message>
    <message>
        <source>{address} was not read: the proxy asks for a login. Enter user and password in the settings of the network.</source>
        <translation>{address} wurde nicht gelesen: Der Proxy verlangt eine Anmeldung. Tragen Sie Benutzer und Passwort in den Netzwerkeinstellungen ein.</translation>
    </message>
    <message>
        <source>{host} does not give {file} ({reason}). {remedy}</source>
        <translation>{host} liefert {file} nicht ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}). {remedy}</source>
        <translation>{host} ist nicht erreichbar ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>the SOCKS proxy needs the Python package PySocks</source>
        <translation>der SOCKS-Proxy braucht das Python-Paket PySocks</translation>
    </message>
    <message>
        <source>the proxy asks for a login</source>
        <translation>der Proxy verlangt eine Anmeldung</translation>
    </message>
    <message>
        <source>{path} holds no Sentinel-2 product: its host finds neither manifest.safe nor the metadata of a Zarr store there. Check the address: it ends with a .SAFE or .zarr folder, or with a .zip archive.</source>
        <translation>{path} enthält kein Sentinel-2-Produkt: Der Host findet dort weder manifest.safe noch die Metadaten eines Zarr-Speichers. Prüfen Sie die Adresse: Sie endet mit einem .SAFE- oder .zarr-Ordner oder mit einem .zip-Archiv.</translation>
    </message>
    <message>
        <source>The file {path} is no GeoTIFF file, or is damaged ({reason}). Choose another item.</source>
        <translation>Die Datei {path} ist keine GeoTIFF-Datei oder ist beschädigt ({reason}). Wählen Sie ein anderes Item.</translation>
    </message>
    <message>
        <source>it does not begin like one</source>
        <translation>sie beginnt nicht wie eine</translation>
    </message>
    <message>
        <source>it has too many tags</source>
        <translation>sie hat zu viele Tags</translation>
    </message>
    <message>
        <source>it has no image of that size</source>
        <translation>sie hat kein Bild dieser Größe</translation>
    </message>
    <message>
        <source>a part lies outside of it</source>
        <translation>ein Teil liegt außerhalb</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>sie endet zu früh</translation>
    </message>
    <message>
        <source>its images form a circle</source>
        <translation>ihre Bilder bilden einen Kreis</translation>
    </message>
    <message>
        <source>shape of patches</source>
        <translation>Form der Ausschnitte</translation>
    </message>
    <message>
        <source> WebGPU needs onnxruntime 1.24.4 or newer, the package onnxruntime-ep-webgpu, and a GPU with a driver for Vulkan, Direct3D 12 or Metal.</source>
        <translation> WebGPU braucht onnxruntime 1.24.4 oder neuer, das Paket onnxruntime-ep-webgpu und eine GPU mit einem Treiber für Vulkan, Direct3D 12 oder Metal.</translation>
    </message>
    <message>
        <source>GPU of any maker (NVIDIA, AMD, Intel, Apple) by WebGPU, in 32 bits.</source>
        <translation>GPU beliebigen Herstellers (NVIDIA, AMD, Intel, Apple) über WebGPU, mit 32 Bit.</translation>
    </message>
    <message>
        <source>the values differ from those of the CPU by {percent:.1f} %</source>
        <translation>die Werte weichen um {percent:.1f} % von denen der CPU ab</translation>
    </message>
    <message>
        <source>The values of {device} were not compared with those of the CPU ({reason}).</source>
        <translation>Die Werte von {device} wurden nicht mit denen der CPU verglichen ({reason}).</translation>
    </message>
    <message>
        <source> ONNX Runtime finds no GPU for it: its driver may be missing or too old.</source>
        <translation> ONNX Runtime findet dafür keine GPU: Der Treiber fehlt vielleicht oder ist zu alt.</translation>
    </message>
    <message>
        <source> It has no number.</source>
        <translation> Es hat keine Nummer.</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Mask and branch on cloud share</source>
        <translation>Maskieren und nach Wolkenanteil verzweigen</translation>
    </message>
    <message>
        <source>0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>0 wolkenfrei, 1 dichte Wolke, 2 dünne Wolke, 3 Wolkenschatten, 255 keine Daten.</translation>
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
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
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
        <source>The rows of the scenes that are clear enough.</source>
        <translation>Die Zeilen der Szenen, die wolkenfrei genug sind.</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Ordner mit Produkten</translation>
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
    <message>
        <source>The image with nodata under cloud and shadow. Only written if there are few clouds.</source>
        <translation>Das Bild mit Leerwert unter Wolken und Schatten. Es wird nur bei wenigen Wolken geschrieben.</translation>
    </message>
    <message>
        <source>Any raster of the same area: a band of the product, an index, a composite.</source>
        <translation>Ein beliebiges Raster desselben Gebiets: ein Kanal des Produkts, ein Index, ein Komposit.</translation>
    </message>
    <message>
        <source>The share of thick and thin cloud among the pixels with data decides which branch runs.</source>
        <translation>Der Anteil dichter und dünner Wolken an den Pixeln mit Daten entscheidet, welcher Zweig läuft.</translation>
    </message>
    <message>
        <source>The bands of the scenes, nodata where no scene was clear, and a last band with the number of clear observations.</source>
        <translation>Die Kanäle der Szenen, Leerwert, wo keine Szene wolkenfrei war, und ein letzter Kanal mit der Anzahl wolkenfreier Beobachtungen.</translation>
    </message>
    <message>
        <source>Clouds and shadows grow by this distance before they are removed, because their edges are thin.</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung, bevor sie entfernt werden, denn ihre Ränder sind dünn.</translation>
    </message>
    <message>
        <source>Only this area is masked and combined. Leave it empty for whole products.</source>
        <translation>Nur dieses Gebiet wird maskiert und zusammengefügt. Für ganze Produkte leer lassen.</translation>
    </message>
    <message>
        <source>median: band by band. newest, clearest: pixels of the newest or clearest scene that is clear there.</source>
        <translation>median: Kanal für Kanal. newest, clearest: Pixel der neuesten oder wolkenärmsten Szene, die dort wolkenfrei ist.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. The result has its grid.</source>
        <translation>Die Metadatendatei in einem .SAFE-Ordner, der Ordner selbst oder ein .zip-Archiv. Das Ergebnis hat das Gitter dieses Produkts.</translation>
    </message>
    <message>
        <source>Masks an area in all products of a folder and lists the scenes in which enough of it is clear. Set the area as an extent or as polygons; without one, whole products are masked.</source>
        <translation>Maskiert ein Gebiet in allen Produkten eines Ordners und listet die Szenen auf, in denen genug davon wolkenfrei ist. Das Gebiet als Ausdehnung oder als Polygone angeben; ohne Gebiet werden ganze Produkte maskiert.</translation>
    </message>
    <message>
        <source>One row per product: date, footprint, shares of the classes, and path of the mask.</source>
        <translation>Eine Zeile je Produkt: Datum, Umriss, Anteile der Klassen und Pfad der Maske.</translation>
    </message>
    <message>
        <source>One mask per product that touches the area.</source>
        <translation>Eine Maske für jedes Produkt, das das Gebiet berührt.</translation>
    </message>
    <message>
        <source>Only this extent is masked and counted. Leave the polygons empty.</source>
        <translation>Nur diese Ausdehnung wird maskiert und gezählt. Die Polygone leer lassen.</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in the folder and its subfolders. Products that do not touch the area are skipped.</source>
        <translation>Alle .SAFE-Ordner und .zip-Archive im Ordner und seinen Unterordnern. Produkte, die das Gebiet nicht berühren, werden übersprungen.</translation>
    </message>
    <message>
        <source>A scene is usable if at least this share of the area&apos;s pixels with data is clear.</source>
        <translation>Eine Szene ist nutzbar, wenn mindestens dieser Anteil der Pixel mit Daten im Gebiet wolkenfrei ist.</translation>
    </message>
    <message>
        <source>Only the area inside these polygons is masked and counted. Leave the extent empty.</source>
        <translation>Nur das Gebiet innerhalb dieser Polygone wird maskiert und gezählt. Die Ausdehnung leer lassen.</translation>
    </message>
    <message>
        <source>Masks a product and, if it has few clouds, sets cloud and shadow to nodata in an image of the same area. If it has too many, shows a warning and leaves the image as it is. Copy this model and replace the last step with your own.</source>
        <translation>Maskiert ein Produkt und setzt, wenn es wenige Wolken hat, Wolken und Schatten in einem Bild desselben Gebiets auf den Leerwert. Hat es zu viele, erscheint eine Warnung, und das Bild bleibt, wie es ist. Dieses Modell kopieren und den letzten Schritt durch einen eigenen ersetzen.</translation>
    </message>
    <message>
        <source>Image to mask</source>
        <translation>Zu maskierendes Bild</translation>
    </message>
    <message>
        <source>Maximum cloud cover (percent)</source>
        <translation>Höchste Bewölkung (Prozent)</translation>
    </message>
    <message>
        <source>Combines three scenes of the same area into one image without clouds. Masks each product, sets clouds and shadows with a buffer to nodata, and combines the clear pixels. Copy this model for more scenes, other steps or your own options.</source>
        <translation>Setzt drei Szenen desselben Gebiets zu einem Bild ohne Wolken zusammen. Maskiert jedes Produkt, setzt Wolken und Schatten mit einem Puffer auf den Leerwert und führt die wolkenfreien Pixel zusammen. Dieses Modell für mehr Szenen, andere Schritte oder eigene Optionen kopieren.</translation>
    </message>
    <message>
        <source>Compositing method</source>
        <translation>Kompositverfahren</translation>
    </message>
    <message>
        <source>Minimum clear share (percent)</source>
        <translation>Kleinster wolkenfreier Anteil (Prozent)</translation>
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
    <name>FeatureFiles</name>
    <message>
        <source>{path} would hold only {found} of {count} rows. Choose another format, such as .gpkg.</source>
        <translation>{path} würde nur {found} von {count} Zeilen enthalten. Ein anderes Format wählen, zum Beispiel .gpkg.</translation>
    </message>
</context>
<context>
    <name>FetchModel</name>
    <message>
        <source>Download a model</source>
        <translation>Modell herunterladen</translation>
    </message>
    <message>
        <source>model,network,weights,download,fetch,install,OmniCloudMask,KappaMask</source>
        <translation>Modell,Netz,Gewichte,Download,herunterladen,installieren,OmniCloudMask,KappaMask</translation>
    </message>
    <message>
        <source>Published models: {titles}.</source>
        <translation>Veröffentlichte Modelle: {titles}.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>For computers without internet: files that you brought, by their published names.</source>
        <translation>Für Rechner ohne Internet: mitgebrachte Dateien unter ihren veröffentlichten Namen.</translation>
    </message>
    <message>
        <source>Downloading {file}</source>
        <translation>{file} herunterladen</translation>
    </message>
    <message>
        <source>Building the network from {file}</source>
        <translation>Netz aus {file} bauen</translation>
    </message>
    <message>
        <source>{title} is ready. Licence: {licence}. Cite: {citation}</source>
        <translation>{title} ist bereit. Lizenz: {licence}. Zitieren: {citation}</translation>
    </message>
    <message>
        <source>Folder with the model&apos;s files (offline)</source>
        <translation>Ordner mit den Dateien des Modells (offline)</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Kennung des Modells</translation>
    </message>
    <message>
        <source>Folder of the networks</source>
        <translation>Ordner der Netze</translation>
    </message>
    <message>
        <source>Size of the networks (megabytes)</source>
        <translation>Größe der Netze (Megabyte)</translation>
    </message>
    <message>
        <source>The licence of {title} is {licence}. Read it on {page}, then set {name} to true.</source>
        <translation>Die Lizenz von {title} ist {licence}. Sie auf {page} lesen, dann {name} auf true setzen.</translation>
    </message>
    <message>
        <source>The files of {title} can only be downloaded in a browser. Get {files} from {page}, and set {name} to their folder.</source>
        <translation>Die Dateien von {title} lassen sich nur im Browser herunterladen. {files} von {page} holen und als {name} ihren Ordner angeben.</translation>
    </message>
    <message>
        <source>A model whose licence forbids commercial use is downloaded only if you have read it and accept it here.</source>
        <translation>Ein Modell, dessen Lizenz kommerzielle Nutzung verbietet, wird nur geladen, wenn sie gelesen ist und hier angenommen wird.</translation>
    </message>
    <message>
        <source>Accept a non-commercial licence</source>
        <translation>Nichtkommerzielle Lizenz annehmen</translation>
    </message>
</context>
<context>
    <name>FetchRun</name>
    <message>
        <source>Nothing was installed: {reason}</source>
        <translation>Es wurde nichts installiert: {reason}</translation>
    </message>
    <message>
        <source>pip cannot use the SOCKS proxy of QGIS ({proxy}) without the package PySocks.</source>
        <translation>pip kann den SOCKS-Proxy von QGIS ({proxy}) ohne das Paket PySocks nicht verwenden.</translation>
    </message>
    <message>
        <source>Install PySocks (Debian, Ubuntu: python3-socks), or install from a folder.</source>
        <translation>PySocks installieren (Debian, Ubuntu: python3-socks) oder aus einem Ordner installieren.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Date, tile or product, such as 2025-05..2025-07 T33UUU</source>
        <translation>Datum, Kachel oder Produkt, etwa 2025-05..2025-07 T33UUU</translation>
    </message>
    <message>
        <source>Show only rows with all these words in their date, tile, satellite, level or product (Ctrl+F); two dates with .. between them are the first and the last one: 2025-05..2025-07, 2025-05.. or ..2025-07</source>
        <translation>Nur Zeilen zeigen, die alle diese Wörter in Datum, Kachel, Satellit, Stufe oder Produkt haben (Strg+F); zwei Daten mit .. dazwischen sind das erste und das letzte: 2025-05..2025-07, 2025-05.. oder ..2025-07</translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % wolkenfrei</translation>
    </message>
    <message>
        <source>Show only rows with at least this share of clear pixels; 0 shows all, also those without a mask</source>
        <translation>Nur Zeilen mit mindestens diesem Anteil wolkenfreier Pixel zeigen; 0 zeigt alle, auch die ohne Maske</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Example models</source>
        <translation>Modellbeispiele</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Cloud masking</source>
        <translation>Masken erstellen</translation>
    </message>
    <message>
        <source>Mask tools</source>
        <translation>Maskenwerkzeuge</translation>
    </message>
    <message>
        <source>Mask accuracy assessment</source>
        <translation>Maskengenauigkeit</translation>
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
        <source>Network without a card: normalisation</source>
        <translation>Netz ohne Karte: Normierung</translation>
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
        <translation>Netz ohne Karte: Mittelwert je Kanal, in Reflektanz (leer: 0)</translation>
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
        <source>fixed: by the mean and standard deviation above. patch: by those of each patch.</source>
        <translation>fixed: mit Mittelwert und Standardabweichung von oben. patch: mit denen jedes Ausschnitts.</translation>
    </message>
    <message>
        <source>softmax: the network returns logits. none: it returns probabilities.</source>
        <translation>softmax: Das Netz gibt Logits aus. none: Es gibt Wahrscheinlichkeiten aus.</translation>
    </message>
    <message>
        <source>{title} was imported as {model}.</source>
        <translation>{title} wurde als {model} importiert.</translation>
    </message>
    <message>
        <source>{network} has no card, and the parameters do not make one: {problems}. Correct them.</source>
        <translation>{network} hat keine Modellkarte, und die Parameter ergeben keine: {problems}. Sie korrigieren.</translation>
    </message>
    <message>
        <source>Model card, network or published weights</source>
        <translation>Modellkarte, Netz oder veröffentlichte Gewichte</translation>
    </message>
    <message>
        <source>A card with its networks beside it; a network alone, which needs the advanced parameters; or weights as the authors of a model publish them.</source>
        <translation>Eine Modellkarte mit ihren Netzen daneben, ein Netz allein, das die fortgeschrittenen Parameter braucht, oder Gewichte, wie die Autoren eines Modells sie veröffentlichen.</translation>
    </message>
    <message>
        <source>Replace the model with the same id</source>
        <translation>Modell mit derselben Kennung ersetzen</translation>
    </message>
    <message>
        <source>Network without a card: minimum patch overlap (pixels)</source>
        <translation>Netz ohne Karte: kleinste Überlappung der Ausschnitte (Pixel)</translation>
    </message>
    <message>
        <source>Network without a card: output</source>
        <translation>Netz ohne Karte: Ausgabe</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Kennung des Modells</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Ordner des Modells</translation>
    </message>
    <message>
        <source>{title} still needs {files}. Import them too.</source>
        <translation>{title} braucht noch {files}. Auch diese importieren.</translation>
    </message>
    <message>
        <source>{name} is {value}. Choose a model card (.json), a network (.onnx), or published weights ({suffixes}).</source>
        <translation>{name} ist {value}. Eine Modellkarte (.json), ein Netz (.onnx) oder veröffentlichte Gewichte ({suffixes}) wählen.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Otherwise an imported model of the same id stays, and the import is refused.</source>
        <translation>Sonst bleibt ein importiertes Modell mit derselben ID, und der Import wird abgelehnt.</translation>
    </message>
    <message>
        <source>Only for a network without a card; with one, it is ignored.</source>
        <translation>Nur für ein Netz ohne Karte; mit einer ohne Wirkung.</translation>
    </message>
    <message>
        <source>Only for a network without a card. Separate several by commas.</source>
        <translation>Nur für ein Netz ohne Karte. Mehrere durch Kommas trennen.</translation>
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
        <source>about {download} MB to download, {disk} MB on disk</source>
        <translation>etwa {download} MB Download, {disk} MB auf der Festplatte</translation>
    </message>
    <message>
        <source>nothing to download</source>
        <translation>nichts herunterzuladen</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Es fehlt nichts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Remove the models too; other profiles and the command line share them</source>
        <translation>Auch die Modelle entfernen; andere Profile und die Kommandozeile nutzen sie mit</translation>
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
        <source>For the &amp;NVIDIA GPU (a much larger download)</source>
        <translation>Für die &amp;NVIDIA-GPU (viel größerer Download)</translation>
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
        <source># through the proxy of QGIS&apos;s options: {proxy}</source>
        <translation># über den Proxy aus den QGIS-Optionen: {proxy}</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Wird entfernt…</translation>
    </message>
    <message>
        <source>Checking the installation…</source>
        <translation>Installation wird geprüft…</translation>
    </message>
    <message>
        <source>QGIS still uses the earlier {names}. Restart QGIS to use the new version.</source>
        <translation>QGIS verwendet noch die frühere Version von {names}. QGIS neu starten, um die neue zu verwenden.</translation>
    </message>
    <message>
        <source>Everything that CloudS2Mask needs is installed.</source>
        <translation>Alles, was CloudS2Mask braucht, ist installiert.</translation>
    </message>
    <message>
        <source>{size}, to download it again</source>
        <translation>{size}, um es erneut herunterzuladen</translation>
    </message>
    <message>
        <source>No packages are installed in this profile</source>
        <translation>In diesem Profil sind keine Pakete installiert</translation>
    </message>
    <message>
        <source>Diagnostics copied to the clipboard. Paste them into your bug report.</source>
        <translation>Diagnose in die Zwischenablage kopiert. Sie in die Fehlermeldung einfügen.</translation>
    </message>
    <message>
        <source>Cancelling and removing partial downloads…</source>
        <translation>Wird abgebrochen; unvollständige Downloads werden entfernt…</translation>
    </message>
    <message>
        <source>Installing the packages…</source>
        <translation>Pakete werden installiert…</translation>
    </message>
    <message>
        <source>Installing the model converter, which is removed afterwards…</source>
        <translation>Modellkonverter wird installiert und danach wieder entfernt…</translation>
    </message>
    <message>
        <source>Downloading the models…</source>
        <translation>Modelle werden heruntergeladen…</translation>
    </message>
    <message>
        <source>Converting the models, which takes a minute…</source>
        <translation>Modelle werden umgewandelt; das dauert eine Minute…</translation>
    </message>
    <message>
        <source>Partial downloads were removed. If the network failed, check the proxy in QGIS&apos;s options (Network), or install from a folder.</source>
        <translation>Unvollständige Downloads wurden entfernt. Liegt es am Netzwerk, den Proxy in den QGIS-Optionen (Netzwerk) prüfen oder aus einem Ordner installieren.</translation>
    </message>
    <message>
        <source>Cancelled. Partial downloads were removed.</source>
        <translation>Abgebrochen. Unvollständige Downloads wurden entfernt.</translation>
    </message>
    <message>
        <source>Done. Restart QGIS to use the new packages.</source>
        <translation>Fertig. QGIS neu starten, um die neuen Pakete zu verwenden.</translation>
    </message>
    <message>
        <source>Trying the installed packages…</source>
        <translation>Installierte Pakete werden ausprobiert…</translation>
    </message>
    <message>
        <source>Done. CloudS2Mask is ready.</source>
        <translation>Fertig. CloudS2Mask ist einsatzbereit.</translation>
    </message>
    <message>
        <source>CloudS2Mask is not ready. See the reason above.</source>
        <translation>CloudS2Mask ist nicht einsatzbereit. Der Grund steht oben.</translation>
    </message>
    <message>
        <source>Remove the packages that were installed for CloudS2Mask?</source>
        <translation>Die für CloudS2Mask installierten Pakete entfernen?</translation>
    </message>
    <message>
        <source>Removed. Restart QGIS to unload packages in use.</source>
        <translation>Entfernt. QGIS neu starten, damit es bereits geladene Pakete freigibt.</translation>
    </message>
    <message>
        <source>A folder of the QGIS profile, outside the plugin: updates of the plugin keep it, and QGIS&apos;s own packages do not change</source>
        <translation>Ein Ordner des QGIS-Profils, außerhalb der Erweiterung: Aktualisierungen der Erweiterung behalten ihn bei, und die Pakete von QGIS selbst ändern sich nicht</translation>
    </message>
    <message>
        <source>onnxruntime-gpu with CUDA and cuDNN, for a recent driver; without it, or if it fails, masks are computed on the processor</source>
        <translation>onnxruntime-gpu mit CUDA und cuDNN, für einen aktuellen Treiber; ohne ihn oder bei einem Fehler berechnet der Prozessor die Masken</translation>
    </message>
    <message>
        <source>The commands to run, then their output</source>
        <translation>Die auszuführenden Befehle, danach ihre Ausgabe</translation>
    </message>
    <message>
        <source>Copy the commands and their output</source>
        <translation>Die Befehle und ihre Ausgabe kopieren</translation>
    </message>
    <message>
        <source>Downloading {title}…</source>
        <translation>{title} wird heruntergeladen…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installieren</translation>
    </message>
    <message>
        <source>&amp;Install again</source>
        <translation>Erneut &amp;installieren</translation>
    </message>
    <message>
        <source>Close and keep installing</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source># {title}, without further packages, from:</source>
        <translation># {title}, ohne weitere Pakete, von:</translation>
    </message>
    <message>
        <source>Click Others… to choose a mirror or a folder, or to import files that you have downloaded.</source>
        <translation>Unter „Andere…“ lassen sich ein Spiegelserver oder ein Ordner wählen oder heruntergeladene Dateien importieren.</translation>
    </message>
    <message>
        <source>For computers without internet: a folder of wheels, downloaded with pip on another computer, and of published weights</source>
        <translation>Für Rechner ohne Internet: ein Ordner mit Wheels, die pip auf einem anderen Rechner heruntergeladen hat, und mit veröffentlichten Gewichten</translation>
    </message>
    <message>
        <source>Components are being installed</source>
        <translation>Komponenten werden gerade installiert</translation>
    </message>
    <message>
        <source>Packages are being removed</source>
        <translation>Pakete werden gerade entfernt</translation>
    </message>
    <message>
        <source>The installation is being checked</source>
        <translation>Die Installation wird geprüft</translation>
    </message>
    <message>
        <source>Download and install what is listed above</source>
        <translation>Herunterladen und installieren, was oben aufgeführt ist</translation>
    </message>
    <message>
        <source>Nothing is being installed</source>
        <translation>Es wird nichts installiert</translation>
    </message>
    <message>
        <source>Stop, and remove partial downloads of packages</source>
        <translation>Abbrechen und unvollständige Downloads von Paketen entfernen</translation>
    </message>
    <message>
        <source>Remove the packages, and the models if you wish</source>
        <translation>Die Pakete entfernen, auf Wunsch auch die Modelle</translation>
    </message>
    <message>
        <source>It is being cancelled</source>
        <translation>Es wird gerade abgebrochen</translation>
    </message>
    <message>
        <source>CloudS2Mask: install or update components</source>
        <translation>CloudS2Mask: Komponenten installieren oder aktualisieren</translation>
    </message>
    <message>
        <source>The commands that Install runs, and the downloads; then their output. They change only the folders above.</source>
        <translation>Die Befehle, die Installieren ausführt, und die Downloads; danach ihre Ausgabe. Sie ändern nur die Ordner oben.</translation>
    </message>
    <message>
        <source>Removes the packages that were installed for CloudS2Mask in this QGIS profile, and the models if you tick that in the question that follows. Masks stay.</source>
        <translation>Entfernt die Pakete, die in diesem QGIS-Profil für CloudS2Mask installiert wurden, und die Modelle, wenn das in der folgenden Frage angekreuzt wird. Masken bleiben.</translation>
    </message>
    <message>
        <source>Copies the commands and their output to the clipboard.</source>
        <translation>Kopiert die Befehle und ihre Ausgabe in die Zwischenablage.</translation>
    </message>
    <message>
        <source>Copies versions, devices, folders, models and the last error to the clipboard, as text for a bug report. It contains no passwords.</source>
        <translation>Kopiert Versionen, Geräte, Ordner, Modelle und den letzten Fehler in die Zwischenablage, als Text für eine Fehlermeldung. Er enthält keine Passwörter.</translation>
    </message>
    <message>
        <source>Stops the installation. Partial downloads of packages are removed; a download of a model continues later where it stopped.</source>
        <translation>Bricht die Installation ab. Unvollständige Downloads von Paketen werden entfernt; der Download eines Modells wird später fortgesetzt, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>Closes this window. An installation in progress continues.</source>
        <translation>Schließt dieses Fenster. Eine laufende Installation geht weiter.</translation>
    </message>
    <message>
        <source>Missing: &lt;b&gt;{names}&lt;/b&gt;. Install downloads them for CloudS2Mask only.</source>
        <translation>Es fehlt: &lt;b&gt;{names}&lt;/b&gt;. Installieren lädt sie nur für CloudS2Mask herunter.</translation>
    </message>
    <message>
        <source>Shows the commands that Install runs, and their output. It opens by itself if one of them fails.</source>
        <translation>Zeigt die Befehle, die Installieren ausführt, und ihre Ausgabe. Öffnet sich von selbst, wenn einer davon fehlschlägt.</translation>
    </message>
    <message>
        <source>Show the commands and their output</source>
        <translation>Die Befehle und ihre Ausgabe anzeigen</translation>
    </message>
    <message>
        <source>Downloads and installs the packages and the chosen networks in the background. QGIS&apos;s own packages do not change.</source>
        <translation>Lädt die Pakete und die gewählten Netze im Hintergrund herunter und installiert sie. Die Pakete von QGIS selbst ändern sich nicht.</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <source>Commands and their output</source>
        <translation>Befehle und ihre Ausgabe</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Fortschritt der Installation</translation>
    </message>
    <message>
        <source>For a GPU of &amp;any maker, by WebGPU (a small download)</source>
        <translation>Für eine GPU &amp;beliebigen Herstellers, über WebGPU (kleiner Download)</translation>
    </message>
    <message>
        <source>onnxruntime-ep-webgpu, for GPUs of NVIDIA, AMD, Intel and Apple with a recent driver; choose the device WebGPU among the options of a mask afterwards</source>
        <translation>onnxruntime-ep-webgpu, für GPUs von NVIDIA, AMD, Intel und Apple mit aktuellem Treiber; danach in den Optionen einer Maske das Gerät WebGPU wählen</translation>
    </message>
    <message>
        <source>Done. CloudS2Mask is ready, but WebGPU finds no GPU. A driver may be missing or old.</source>
        <translation>Fertig. CloudS2Mask ist bereit, aber WebGPU findet keine GPU. Vielleicht fehlt ein Treiber oder ist zu alt.</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>Mask clouds…</source>
        <translation>Wolken maskieren…</translation>
    </message>
    <message>
        <source>Apply cloud mask…</source>
        <translation>Wolkenmaske anwenden…</translation>
    </message>
    <message>
        <source>Show or hide cloud masks</source>
        <translation>Wolkenmasken ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Mask as polygons…</source>
        <translation>Maske als Polygone…</translation>
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
        <source>Models ready to use</source>
        <translation>Einsatzbereite Modelle</translation>
    </message>
    <message>
        <source>A table with a row per model; without it, the log lists the models.</source>
        <translation>Eine Tabelle mit einer Zeile je Modell; ohne sie nennt das Protokoll die Modelle.</translation>
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
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Puffer um Wolken und Schatten (Meter)</translation>
    </message>
    <message>
        <source>Patch placement</source>
        <translation>Anordnung der Ausschnitte</translation>
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
        <source>Area of interest: extent</source>
        <translation>Interessengebiet: Ausdehnung</translation>
    </message>
    <message>
        <source>Area of interest: polygons</source>
        <translation>Interessengebiet: Polygone</translation>
    </message>
    <message>
        <source>The extent</source>
        <translation>Die Ausdehnung</translation>
    </message>
    <message>
        <source>Mask only inside this extent. Leave it empty to mask everything, or to use the polygons below.</source>
        <translation>Nur innerhalb dieser Ausdehnung maskieren. Leer lassen, um alles zu maskieren oder die Polygone darunter zu verwenden.</translation>
    </message>
    <message>
        <source>Mask only inside these polygons. Leave the extent empty.</source>
        <translation>Nur innerhalb dieser Polygone maskieren. Die Ausdehnung leer lassen.</translation>
    </message>
    <message>
        <source>auto: the fastest that ONNX Runtime offers on this computer.</source>
        <translation>auto: das schnellste, das ONNX Runtime auf diesem Rechner anbietet.</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear areas.</source>
        <translation>Wolken und Schatten wachsen um diese Entfernung in wolkenfreie Flächen.</translation>
    </message>
    <message>
        <source>Cancelled. Unfinished masks were removed.</source>
        <translation>Abgebrochen. Unfertige Masken wurden entfernt.</translation>
    </message>
    <message>
        <source>{extent} and {polygons} are both given. Choose one of them as the area of interest.</source>
        <translation>{extent} und {polygons} sind beide angegeben. Eines davon als Interessengebiet wählen.</translation>
    </message>
    <message>
        <source>existing mask reused</source>
        <translation>vorhandene Maske wiederverwendet</translation>
    </message>
    <message>
        <source>{value} in {name} is more than one model. {model} takes one model; put the others in {others}.</source>
        <translation>{value} in {name} ist mehr als ein Modell. {model} nimmt ein Modell; die anderen in {others} angeben.</translation>
    </message>
    <message>
        <source>Arrangement of the patches over the scene. upstream: exactly as in the CloudS2Mask library.</source>
        <translation>Anordnung der Ausschnitte über der Szene. upstream: genau wie in der Bibliothek CloudS2Mask.</translation>
    </message>
    <message>
        <source>Verify checksums first</source>
        <translation>Zuerst Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>1 to 4 seconds per product, longer from slow disks.</source>
        <translation>1 bis 4 Sekunden je Produkt, bei langsamen Datenträgern länger.</translation>
    </message>
    <message>
        <source>Patch size (pixels)</source>
        <translation>Größe der Ausschnitte (Pixel)</translation>
    </message>
    <message>
        <source>Minimum patch overlap (pixels)</source>
        <translation>Kleinste Überlappung (Pixel)</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. More overlap takes longer and leaves fewer seams.</source>
        <translation>Leer: die des Modells. Mehr Überlappung der Ausschnitte dauert länger und lässt weniger Nähte.</translation>
    </message>
    <message>
        <source>Patches per batch</source>
        <translation>Ausschnitte je Durchgang</translation>
    </message>
    <message>
        <source>Empty: automatic. Patches that the network gets at once; fewer need less memory.</source>
        <translation>Leer: automatisch. Ausschnitte, die das Netz auf einmal erhält; weniger brauchen weniger Speicher.</translation>
    </message>
    <message>
        <source>auto: always the networks of {package}, by the product&apos;s level and the resolution; auto-fast: one of them in place of two.</source>
        <translation>auto: immer die Netze von {package}, je nach Stufe des Produkts und Auflösung; auto-fast: eines statt zweier.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a folder for the masks.</source>
        <translation>{name} ist leer. Einen Ordner für die Masken wählen.</translation>
    </message>
    <message>
        <source>Authentication for addresses</source>
        <translation>Authentifizierung für Adressen</translation>
    </message>
    <message>
        <source>For hosts that want a login, and for the key and secret of a bucket. Without it, variables of the environment and profiles count.</source>
        <translation>Für Server, die eine Anmeldung verlangen, und für Schlüssel und Geheimnis eines Buckets. Ohne sie gelten Variablen der Umgebung und Profile.</translation>
    </message>
    <message>
        <source>Without them, {levels} products can be masked with the model {model}.</source>
        <translation>Ohne sie lassen sich Produkte der Stufe {levels} mit dem Modell {model} maskieren.</translation>
    </message>
    <message>
        <source>A mask with other settings ({names}) exists: {path}. Set {name} to true or change the folder.</source>
        <translation>Eine Maske mit anderen Einstellungen ({names}) ist vorhanden: {path}. {name} auf true setzen oder einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s, or rectangles that fit the scene better. Edge of the squares that the network sees at once; smaller ones need less memory.</source>
        <translation>Leer: die des Modells, oder Rechtecke, die besser zur Szene passen. Kante der Quadrate, die das Netz auf einmal sieht; kleinere brauchen weniger Speicher.</translation>
    </message>
</context>
<context>
    <name>MaskDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cloud masks for Sentinel-2</source>
        <translation>Wolkenmasken für Sentinel-2</translation>
    </message>
    <message>
        <source>Add &amp;zips…</source>
        <translation>&amp;Zips hinzufügen…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Anleitung öffnen (F1)</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>Sa&amp;ison…</translation>
    </message>
    <message>
        <source>Adds downloaded archives. They are read in place and not unpacked.</source>
        <translation>Fügt heruntergeladene Archive hinzu. Sie werden direkt gelesen und nicht entpackt.</translation>
    </message>
    <message>
        <source>Removes the selected products from the list. No files are deleted.</source>
        <translation>Entfernt die gewählten Produkte aus der Liste. Es werden keine Dateien gelöscht.</translation>
    </message>
    <message>
        <source>Compare the scenes of the last run, or of a folder of masks: clear shares by date, as a table and a chart</source>
        <translation>Szenen des letzten Laufs oder eines Ordners mit Masken vergleichen: wolkenfreie Anteile nach Datum, als Tabelle und Diagramm</translation>
    </message>
    <message>
        <source>Shows the clear share of each date as a table and a chart, for the scenes of the last run or the masks of a folder. Selected scenes are shown on the map.</source>
        <translation>Zeigt den wolkenfreien Anteil jedes Tages als Tabelle und Diagramm, für die Szenen des letzten Laufs oder die Masken eines Ordners. Gewählte Szenen erscheinen auf der Karte.</translation>
    </message>
    <message>
        <source>Progress of all scenes, with an estimate of the remaining time.</source>
        <translation>Fortschritt aller Szenen, mit geschätzter Restzeit.</translation>
    </message>
    <message>
        <source>Masks all usable products of the list, one after the other, in the background. QGIS stays usable.</source>
        <translation>Maskiert alle verwendbaren Produkte der Liste nacheinander im Hintergrund. QGIS bleibt benutzbar.</translation>
    </message>
    <message>
        <source>Stops the run after the current step. Finished masks stay; unfinished files are removed.</source>
        <translation>Hält den Lauf nach dem laufenden Schritt an. Fertige Masken bleiben erhalten; unfertige Dateien werden entfernt.</translation>
    </message>
    <message>
        <source>Closes this window. A run continues: its progress is shown in the task manager at the bottom of QGIS, and here when this window is opened again.</source>
        <translation>Schließt dieses Fenster. Ein Lauf geht weiter: Sein Fortschritt steht in der Aufgabenverwaltung am unteren Rand von QGIS und hier, sobald das Fenster wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>Install missin&amp;g components…</source>
        <translation>&amp;Fehlendes installieren…</translation>
    </message>
    <message>
        <source>Open the window that installs the missing packages and models</source>
        <translation>Das Fenster öffnen, das die fehlenden Pakete und Modelle installiert</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>&amp;Add folder and subfolders…</source>
        <translation>Ordner mit &amp;Unterordnern…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Adds unpacked Sentinel-2 products of level 1C or 2A: folders whose name ends in .SAFE or .zarr. You can choose several at once, or drop them on the list.</source>
        <translation>Fügt entpackte Sentinel-2-Produkte der Stufe 1C oder 2A hinzu: Ordner, deren Name auf .SAFE oder .zarr endet. Mehrere lassen sich auf einmal wählen oder auf die Liste ziehen.</translation>
    </message>
    <message>
        <source>Adds every .SAFE or .zarr folder and .zip archive in a folder and its subfolders.</source>
        <translation>Fügt alle .SAFE- und .zarr-Ordner und .zip-Archive eines Ordners und seiner Unterordner hinzu.</translation>
    </message>
    <message>
        <source>Add &amp;folders…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Adds scenes that lie on the web: by a search of a catalogue, or by their addresses. They are read where they lie: for an area, only a part of their files.</source>
        <translation>Fügt Szenen hinzu, die im Web liegen: durch die Suche in einem Katalog oder durch ihre Adressen. Sie werden dort gelesen, wo sie liegen: für ein Gebiet nur ein Teil ihrer Dateien.</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Selects products on the map: click an outline, or drag a rectangle. Ctrl and Shift add to the selection. Rest the pointer on an outline to see its date, its state and a picture.</source>
        <translation>Wählt Produkte auf der Karte: Klicken Sie einen Umriss an, oder ziehen Sie ein Rechteck auf. Mit Strg und Umschalt kommen weitere zur Auswahl. Ruht der Mauszeiger auf einem Umriss, erscheinen Datum, Zustand und ein Bild.</translation>
    </message>
    <message>
        <source>Select on map</source>
        <translation>Auf der Karte wählen</translation>
    </message>
</context>
<context>
    <name>MaskLayers</name>
    <message>
        <source>Clouds, {scene}, {res} m, {model}</source>
        <translation>Wolken, {scene}, {res} m, {model}</translation>
    </message>
    <message>
        <source>Natural colour, {scene}, {res} m</source>
        <translation>Echtfarbe, {scene}, {res} m</translation>
    </message>
    <message>
        <source>Confidence, {scene}, {res} m, {model}</source>
        <translation>Konfidenz, {scene}, {res} m, {model}</translation>
    </message>
    <message>
        <source>Valid mask, {scene}, {res} m</source>
        <translation>Gültigkeitsmaske, {scene}, {res} m</translation>
    </message>
    <message>
        <source>Clouds, {folder} ({res} m)</source>
        <translation>Wolken, {folder} ({res} m)</translation>
    </message>
    <message>
        <source>Clouds (corrected), {scene}, {res} m, {model}</source>
        <translation>Wolken (korrigiert), {scene}, {res} m, {model}</translation>
    </message>
</context>
<context>
    <name>MaskPolygons</name>
    <message>
        <source>Mask as polygons</source>
        <translation>Maske als Polygone</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,vectorize,polygonize,vector,outline,simplify,area,geopackage</source>
        <translation>Wolke,Schatten,Maske,vektorisieren,Polygon,Vektor,Umriss,vereinfachen,Fläche,GeoPackage</translation>
    </message>
    <message>
        <source>Classes that become polygons</source>
        <translation>Klassen, die Polygone werden</translation>
    </message>
    <message>
        <source>Pixels without data belong to no polygon.</source>
        <translation>Pixel ohne Daten gehören zu keinem Polygon.</translation>
    </message>
    <message>
        <source>Smallest polygon (hectares)</source>
        <translation>Kleinstes Polygon (Hektar)</translation>
    </message>
    <message>
        <source>Smaller patches and holes become part of their largest neighbour.</source>
        <translation>Kleinere Flächen und Löcher werden Teil ihres größten Nachbarn.</translation>
    </message>
    <message>
        <source>Simplify outlines by (pixels)</source>
        <translation>Umrisse vereinfachen um (Pixel)</translation>
    </message>
    <message>
        <source>Without gaps or overlaps between polygons. 0 keeps the edges of the pixels.</source>
        <translation>Ohne Lücken und Überlappungen zwischen Polygonen. 0 behält die Kanten der Pixel.</translation>
    </message>
    <message>
        <source>A polygon per patch, with its class, area, date and product.</source>
        <translation>Ein Polygon je Fläche, mit Klasse, Größe, Datum und Produkt.</translation>
    </message>
    <message>
        <source>Polygons, {scene}</source>
        <translation>Polygone, {scene}</translation>
    </message>
</context>
<context>
    <name>MaskRaster</name>
    <message>
        <source>Mask clouds in a raster layer</source>
        <translation>Wolken in einem Rasterlayer maskieren</translation>
    </message>
    <message>
        <source>Processing level</source>
        <translation>Verarbeitungsstufe</translation>
    </message>
    <message>
        <source>Scale (empty: the raster&apos;s)</source>
        <translation>Skalierung (leer: die des Rasters)</translation>
    </message>
    <message>
        <source>Offset (empty: the raster&apos;s)</source>
        <translation>Offset (leer: der des Rasters)</translation>
    </message>
    <message>
        <source>In reflectance: -0.1 for values as in products of baseline 04.00 and later, otherwise 0.</source>
        <translation>In Reflektanz: -0.1 bei Werten wie in Produkten ab Baseline 04.00, sonst 0.</translation>
    </message>
    <message>
        <source>Where blue, green or red has this value, the mask has no data.</source>
        <translation>Wo Blau, Grün oder Rot diesen Wert hat, hat die Maske keine Daten.</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,landsat,stac,cog,vrt,stack,multiband,reflectance,s2</source>
        <translation>Wolke,Schatten,Maske,sentinel-2,landsat,stac,cog,vrt,Stapel,Mehrkanal,Reflektanz,s2</translation>
    </message>
    <message>
        <source>Raster layer</source>
        <translation>Rasterlayer</translation>
    </message>
    <message>
        <source>All bands of one date in one raster, north up, with square pixels in metres. OmniCloudMask masks rasters of any sensor with red, green and near infrared; other models need bands of Sentinel-2.</source>
        <translation>Alle Kanäle eines Datums in einem Raster, genordet, mit quadratischen Pixeln in Metern. OmniCloudMask maskiert Raster beliebiger Sensoren mit Rot, Grün und nahem Infrarot; andere Modelle brauchen Kanäle von Sentinel-2.</translation>
    </message>
    <message>
        <source>L2A: surface reflectance. L1C: top-of-atmosphere reflectance. No effect with OmniCloudMask.</source>
        <translation>L2A: Reflektanz am Boden. L1C: Reflektanz am Oberrand der Atmosphäre. Bei OmniCloudMask ohne Wirkung.</translation>
    </message>
    <message>
        <source>Reflectance = value x scale + offset. Integer rasters mostly have 0.0001. OmniCloudMask needs none.</source>
        <translation>Reflektanz = Wert x Skalierung + Offset. Raster mit ganzen Zahlen haben meist 0.0001. OmniCloudMask braucht keine.</translation>
    </message>
    <message>
        <source>Nodata value (empty: the raster&apos;s)</source>
        <translation>Leerwert (leer: der des Rasters)</translation>
    </message>
    <message>
        <source>Blue, B02</source>
        <translation>Blau, B02</translation>
    </message>
    <message>
        <source>Green, B03</source>
        <translation>Grün, B03</translation>
    </message>
    <message>
        <source>Red, B04</source>
        <translation>Rot, B04</translation>
    </message>
    <message>
        <source>Near infrared, B08</source>
        <translation>Nahes Infrarot, B08</translation>
    </message>
    <message>
        <source>Short-wave infrared 1, B11</source>
        <translation>Kurzwelliges Infrarot 1, B11</translation>
    </message>
    <message>
        <source>Short-wave infrared 2, B12</source>
        <translation>Kurzwelliges Infrarot 2, B12</translation>
    </message>
    <message>
        <source>Empty: the band with a matching name, such as B02 or blue. OmniCloudMask needs red, green and near infrared, best B8A.</source>
        <translation>Leer: der Kanal mit passendem Namen, etwa B02 oder blue. OmniCloudMask braucht Rot, Grün und nahes Infrarot, am besten B8A.</translation>
    </message>
    <message>
        <source>Acquisition time, UTC</source>
        <translation>Aufnahmezeit, UTC</translation>
    </message>
    <message>
        <source>Time of the mask in the temporal controller. Empty: the layer&apos;s.</source>
        <translation>Zeit der Maske in der Zeitsteuerung. Leer: die des Layers.</translation>
    </message>
    <message>
        <source>Resolution of the mask (metres)</source>
        <translation>Auflösung der Maske (Meter)</translation>
    </message>
    <message>
        <source>Empty: the raster&apos;s. The models support 10 to 40 metres, OmniCloudMask 10 to 50, and are best at 20.</source>
        <translation>Leer: die des Rasters. Die Modelle arbeiten von 10 bis 40 Metern, OmniCloudMask von 10 bis 50, am besten bei 20.</translation>
    </message>
</context>
<context>
    <name>MaskRun</name>
    <message>
        <source>Cloud masks</source>
        <translation>Wolkenmasken</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
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
        <source>Natural-colour layer</source>
        <translation>Echtfarbenlayer</translation>
    </message>
    <message>
        <source>INPUT is empty. Choose a Sentinel-2 product.</source>
        <translation>INPUT ist leer. Ein Sentinel-2-Produkt wählen.</translation>
    </message>
    <message>
        <source>It shows the product in natural colours, and reads the product&apos;s own files.</source>
        <translation>Er zeigt das Produkt in Echtfarben und liest die Dateien des Produkts.</translation>
    </message>
    <message>
        <source>Write a natural-colour layer (VRT)</source>
        <translation>Echtfarbenlayer schreiben (VRT)</translation>
    </message>
    <message>
        <source>A .SAFE or .zarr folder, the metadata file in it, or a .zip archive; or the address of one, with https://, s3:// or gs://.</source>
        <translation>Ein .SAFE- oder .zarr-Ordner, die Metadatendatei darin oder ein .zip-Archiv; oder die Adresse von einem davon, mit https://, s3:// oder gs://.</translation>
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
        <source>Single products</source>
        <translation>Einzelne Produkte</translation>
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
        <source>Report with pictures</source>
        <translation>Bericht mit Bildern</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>HTML-Dateien (*.html)</translation>
    </message>
    <message>
        <source>Natural-colour layers</source>
        <translation>Echtfarbenlayer</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. Choose another file.</source>
        <translation>Die Tabelle {table} kann nicht geschrieben werden. Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>One page for a web browser with a chart, a table and a picture of each scene.</source>
        <translation>Eine Seite für den Webbrowser mit einem Diagramm, einer Tabelle und einem Bild jeder Szene.</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest. Choose another area or other products.</source>
        <translation>Keines der Produkte berührt das Interessengebiet. Ein anderes Gebiet oder andere Produkte wählen.</translation>
    </message>
    <message>
        <source>None of the products could be masked. See the log for the reasons.</source>
        <translation>Keines der Produkte konnte maskiert werden. Die Gründe stehen im Protokoll.</translation>
    </message>
    <message>
        <source>{folder} and {products} are empty. Choose a folder of products or at least one product.</source>
        <translation>{folder} und {products} sind leer. Einen Ordner mit Produkten oder mindestens ein Produkt wählen.</translation>
    </message>
    <message>
        <source>Add the masks to the map</source>
        <translation>Masken zur Karte hinzufügen</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Ausgabeordner</translation>
    </message>
    <message>
        <source>Cloud statistics (footprints)</source>
        <translation>Wolkenstatistik (Umrisse)</translation>
    </message>
    <message>
        <source>Products outside the area of interest</source>
        <translation>Produkte außerhalb des Interessengebiets</translation>
    </message>
    <message>
        <source>They show the products in natural colours, and read the products&apos; own files.</source>
        <translation>Sie zeigen die Produkte in Echtfarben und lesen die Dateien der Produkte.</translation>
    </message>
    <message>
        <source>QGIS then shows each mask in the colours of its classes, wherever it is opened.</source>
        <translation>QGIS zeigt jede Maske dann überall in den Farben ihrer Klassen.</translation>
    </message>
    <message>
        <source>Write confidence rasters</source>
        <translation>Konfidenzraster schreiben</translation>
    </message>
    <message>
        <source>A raster beside each mask with a band per class of the model: its probability in percent.</source>
        <translation>Neben jeder Maske ein Raster mit einem Kanal je Klasse des Modells: ihre Wahrscheinlichkeit in Prozent.</translation>
    </message>
    <message>
        <source>A raster beside each mask for other programs, by the rule in the advanced parameters.</source>
        <translation>Neben jeder Maske ein Raster für andere Programme, nach der Regel in den fortgeschrittenen Parametern.</translation>
    </message>
    <message>
        <source>Otherwise masks with the same settings are reused, and others of the same name stay.</source>
        <translation>Sonst werden Masken mit denselben Einstellungen verwendet, und andere desselben Namens bleiben.</translation>
    </message>
    <message>
        <source>In groups by date and tile, over natural colours.</source>
        <translation>In Gruppen je Datum und Kachel, über Echtfarben.</translation>
    </message>
    <message>
        <source>The masks and the files beside them are written here.</source>
        <translation>Hierhin werden die Masken und die Dateien neben ihnen geschrieben.</translation>
    </message>
    <message>
        <source>A row per product with its outline and the shares of its classes.</source>
        <translation>Eine Zeile je Produkt mit seinem Umriss und den Anteilen seiner Klassen.</translation>
    </message>
    <message>
        <source>Write valid masks</source>
        <translation>Gültigkeitsmasken schreiben</translation>
    </message>
    <message>
        <source>Masks all .SAFE and .zarr folders and .zip archives in the folder and its subfolders.</source>
        <translation>Maskiert alle .SAFE- und .zarr-Ordner und .zip-Archive im Ordner und seinen Unterordnern.</translation>
    </message>
    <message>
        <source>{folder} contains no Sentinel-2 product. Choose a folder with .SAFE or .zarr folders or .zip archives.</source>
        <translation>{folder} enthält kein Sentinel-2-Produkt. Einen Ordner mit .SAFE- oder .zarr-Ordnern oder .zip-Archiven wählen.</translation>
    </message>
    <message>
        <source>Metadata files (MTD_MSI*.xml), .SAFE or .zarr folders, or .zip archives, or addresses of these.</source>
        <translation>Metadatendateien (MTD_MSI*.xml), .SAFE- oder .zarr-Ordner oder .zip-Archive, oder Adressen davon.</translation>
    </message>
    <message>
        <source>{folder} is an address, and folders behind addresses are not searched. Enter the addresses of products in {products}.</source>
        <translation>{folder} ist eine Adresse, und Ordner hinter Adressen werden nicht durchsucht. Geben Sie die Adressen der Produkte in {products} ein.</translation>
    </message>
</context>
<context>
    <name>MaskStac</name>
    <message>
        <source>Mask clouds in STAC items</source>
        <translation>Wolken in STAC-Items maskieren</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,stac,cog,search,catalogue,aws,azure,satellite</source>
        <translation>Wolke,Schatten,Maske,sentinel-2,stac,cog,Suche,Katalog,aws,azure,Satellit</translation>
    </message>
    <message>
        <source>STAC items</source>
        <translation>STAC-Items</translation>
    </message>
    <message>
        <source>Files or addresses of items, one a line. Leave it empty to search for them.</source>
        <translation>Dateien oder Adressen von Items, eine je Zeile. Leer lassen, um sie zu suchen.</translation>
    </message>
    <message>
        <source>Search: address of the STAC API</source>
        <translation>Suche: Adresse der STAC-API</translation>
    </message>
    <message>
        <source>Other public ones are in the help.</source>
        <translation>Andere öffentliche stehen in der Hilfe.</translation>
    </message>
    <message>
        <source>Search: collection</source>
        <translation>Suche: Sammlung</translation>
    </message>
    <message>
        <source>Its identifier in the API.</source>
        <translation>Ihr Bezeichner in der API.</translation>
    </message>
    <message>
        <source>Search: first day</source>
        <translation>Suche: erster Tag</translation>
    </message>
    <message>
        <source>Search: last day</source>
        <translation>Suche: letzter Tag</translation>
    </message>
    <message>
        <source>Search: largest cloud cover of the tile (percent)</source>
        <translation>Suche: größte Bewölkung der Kachel (Prozent)</translation>
    </message>
    <message>
        <source>As the provider states it for the whole tile; the area may be clearer.</source>
        <translation>Wie der Anbieter sie für die ganze Kachel angibt; das Gebiet kann klarer sein.</translation>
    </message>
    <message>
        <source>Searching {api}</source>
        <translation>Suche bei {api}</translation>
    </message>
    <message>
        <source>Scenes found: {count}</source>
        <translation>Gefundene Szenen: {count}</translation>
    </message>
    <message>
        <source>{items} is empty. Enter items, or choose an area of interest to search.</source>
        <translation>{items} ist leer. Geben Sie Items ein, oder wählen Sie ein Interessengebiet für die Suche.</translation>
    </message>
    <message>
        <source>A day of acquisition; if empty, there is no limit.</source>
        <translation>Ein Tag der Aufnahme; leer gibt es keine Grenze.</translation>
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
    <name>MaskTool</name>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Eine Maske dieser Erweiterung oder ein Raster mit denselben Werten.</translation>
    </message>
</context>
<context>
    <name>MaskUses</name>
    <message>
        <source>Select a scene that has a mask.</source>
        <translation>Wählen Sie eine Szene mit Maske.</translation>
    </message>
    <message>
        <source>{path} was removed. Mask the product again.</source>
        <translation>{path} wurde entfernt. Maskieren Sie das Produkt erneut.</translation>
    </message>
    <message>
        <source>Enable the plugin Processing first.</source>
        <translation>Schalten Sie erst die Erweiterung Processing ein.</translation>
    </message>
    <message>
        <source>No natural-colour layer is beside the masks of {dates}. Mask these again with that option.</source>
        <translation>Neben den Masken von {dates} liegt kein Echtfarben-Layer. Maskieren Sie diese erneut mit dieser Option.</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Models with a mask: {count}.</source>
        <translation>Modelle mit einer Maske: {count}.</translation>
    </message>
    <message>
        <source>{count} models agree on {percent:.0f} % of the pixels.</source>
        <translation>{count} Modelle stimmen bei {percent:.0f} % der Pixel überein.</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>Vergleich von Modellen</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Bericht öffnen</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>It can be used. Only averaging all its networks also needs {files}.</source>
        <translation>Es ist verwendbar. Nur zum Mitteln aller seiner Netze außerdem nötig: {files}.</translation>
    </message>
    <message>
        <source>A part is there. It also needs {files}.</source>
        <translation>Ein Teil ist da. Außerdem nötig: {files}.</translation>
    </message>
    <message>
        <source>Open the authors' page, download {files} there, then choose Import… and select them.</source>
        <translation>Die Seite der Autoren öffnen, dort {files} herunterladen, dann unter „Importieren…“ auswählen.</translation>
    </message>
    <message>
        <source>Download installs it with the package {package}.</source>
        <translation>„Herunterladen“ installiert es mit dem Paket {package}.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
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
        <source>Authors&apos; page</source>
        <translation>Seite der Autoren</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>selbst importiert</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
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
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>SHA-256 {hash}, published by the authors and pinned here</source>
        <translation>SHA-256 {hash}, von den Autoren veröffentlicht und hier festgelegt</translation>
    </message>
    <message>
        <source>The stored file is another one: {hash}</source>
        <translation>Die gespeicherte Datei ist eine andere: {hash}</translation>
    </message>
    <message>
        <source>The authors publish no hash; recorded on {date}: {hash}</source>
        <translation>Die Autoren veröffentlichen keine Prüfsumme; aufgezeichnet am {date}: {hash}</translation>
    </message>
    <message>
        <source>The authors publish no hash; that of your file will be recorded</source>
        <translation>Die Autoren veröffentlichen keine Prüfsumme; die der eigenen Datei wird aufgezeichnet</translation>
    </message>
    <message>
        <source>part of the plugin</source>
        <translation>Teil der Erweiterung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ModelDownload</name>
    <message>
        <source>Building the network…</source>
        <translation>Das Netz wird gebaut…</translation>
    </message>
    <message>
        <source>{done} of {size} MB</source>
        <translation>{done} von {size} MB</translation>
    </message>
    <message>
        <source>{done} MB</source>
        <translation>{done} MB</translation>
    </message>
    <message>
        <source>File {number} of {count}: {text}</source>
        <translation>Datei {number} von {count}: {text}</translation>
    </message>
    <message>
        <source>{title} was not downloaded. {reason}</source>
        <translation>{title} wurde nicht heruntergeladen. {reason}</translation>
    </message>
    <message>
        <source>Licence of {title}</source>
        <translation>Lizenz von {title}</translation>
    </message>
    <message>
        <source>The authors of {title} allow no commercial use ({licence}). Accept this?</source>
        <translation>Die Autoren von {title} erlauben keine kommerzielle Nutzung ({licence}). Das annehmen?</translation>
    </message>
    <message>
        <source>The terms are on the authors&apos; page: {page}
Cite as: {citation}</source>
        <translation>Die Bedingungen stehen auf der Seite der Autoren: {page}
Zu zitieren als: {citation}</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Annehmen und herunterladen</translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>{stored} of {count} files</source>
        <translation>{stored} von {count} Dateien</translation>
    </message>
    <message>
        <source>You imported this model: import it again to replace it</source>
        <translation>Dieses Modell wurde importiert: zum Ersetzen erneut importieren</translation>
    </message>
    <message>
        <source>This model is ready</source>
        <translation>Dieses Modell ist bereit</translation>
    </message>
    <message>
        <source>No direct download: get the files from the authors&apos; page, then import them</source>
        <translation>Kein direktes Herunterladen: die Dateien von der Seite der Autoren holen, dann importieren</translation>
    </message>
    <message>
        <source>You imported this model: remove it to download the published one</source>
        <translation>Dieses Modell wurde importiert: es entfernen, um das veröffentlichte herunterzuladen</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Kennung</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>K&amp;anäle</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>Kla&amp;ssen</translation>
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
        <source>&amp;Mean</source>
        <translation>&amp;Mittelwert</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>A&amp;bweichung</translation>
    </message>
    <message>
        <source>Standard deviation per band, in reflectance; empty: 1</source>
        <translation>Standardabweichung je Kanal, in Reflektanz; leer: 1</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Lizenz</translation>
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
        <source>Per band, in reflectance, e.g. 0.12 0.1; empty: 0</source>
        <translation>Je Kanal, in Reflektanz, z. B. 0.12 0.1; leer: 0</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>Größe der Ausschnitte</translation>
    </message>
    <message>
        <source>The network states neither its number of bands nor its number of classes.</source>
        <translation>Das Netz gibt weder die Zahl seiner Kanäle noch die seiner Klassen an.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Number of bands: {bands}. Number of classes: {classes}.</source>
        <translation>Zahl der Kanäle: {bands}. Zahl der Klassen: {classes}.</translation>
    </message>
    <message>
        <source>Lower-case letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;</source>
        <translation>Kleinbuchstaben, Ziffern, '.', '-' und '_'</translation>
    </message>
    <message>
        <source>Name in lists of models</source>
        <translation>Name in Modelllisten</translation>
    </message>
    <message>
        <source>In channel order, e.g. B02 B03 B04</source>
        <translation>In der Reihenfolge der Eingänge, z. B. B02 B03 B04</translation>
    </message>
    <message>
        <source>Terms of use, e.g. CC-BY-4.0</source>
        <translation>Nutzungsbedingungen, z. B. CC-BY-4.0</translation>
    </message>
    <message>
        <source>Reference to cite</source>
        <translation>Quellenangabe zum Zitieren</translation>
    </message>
    <message>
        <source>patch size multiple</source>
        <translation>Größen der Ausschnitte sind Vielfache von</translation>
    </message>
    <message>
        <source>patch overlap</source>
        <translation>Überlappung der Ausschnitte</translation>
    </message>
    <message>
        <source>Describe the network {network}</source>
        <translation>Das Netz {network} beschreiben</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>Aus&amp;gabe</translation>
    </message>
    <message>
        <source>Cit&amp;ation</source>
        <translation>&amp;Zitat</translation>
    </message>
    <message>
        <source>Not used: the bands are normalised by each patch</source>
        <translation>Nicht verwendet: Die Kanäle werden je Ausschnitt normiert</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
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
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
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
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation>Zitat &amp;kopieren</translation>
    </message>
    <message>
        <source>Its card cannot be read</source>
        <translation>Seine Modellkarte ist nicht lesbar</translation>
    </message>
    <message>
        <source>{title} was imported with the id {model}.</source>
        <translation>{title} wurde mit der Kennung {model} importiert.</translation>
    </message>
    <message>
        <source>An imported model {model} exists. Replace it?</source>
        <translation>Es gibt schon ein importiertes Modell {model}. Ersetzen?</translation>
    </message>
    <message>
        <source>Remove the imported model {title}? Its masks stay.</source>
        <translation>Das importierte Modell {title} entfernen? Seine Masken bleiben erhalten.</translation>
    </message>
    <message>
        <source>Remove the networks of {title}? They can be downloaded again.</source>
        <translation>Die Netze von {title} entfernen? Sie lassen sich wieder herunterladen.</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>Zuerst ein Modell wählen</translation>
    </message>
    <message>
        <source>Copy the citation and licence of the selected model</source>
        <translation>Zitat und Lizenz des gewählten Modells kopieren</translation>
    </message>
    <message>
        <source>Models; select one to see its details</source>
        <translation>Modelle; eines wählen, um Einzelheiten zu sehen</translation>
    </message>
    <message>
        <source>Copies the citation and licence of the selected model.</source>
        <translation>Kopiert Zitat und Lizenz des gewählten Modells.</translation>
    </message>
    <message>
        <source>{title} was removed. {size} are free again.</source>
        <translation>{title} wurde entfernt. {size} sind wieder frei.</translation>
    </message>
    <message>
        <source>From packages (Automatic uses {package})</source>
        <translation>Aus Paketen (Automatisch nimmt {package})</translation>
    </message>
    <message>
        <source>Published by their authors</source>
        <translation>Von ihren Autoren veröffentlicht</translation>
    </message>
    <message>
        <source>Imported by you</source>
        <translation>Selbst importiert</translation>
    </message>
    <message>
        <source>Mirror and folder are chosen under Download from. Or download the files from the authors&apos; page and import them.</source>
        <translation>Spiegelserver und Ordner werden unter „Herunterladen von“ gewählt. Oder die Dateien von der Seite der Autoren herunterladen und importieren.</translation>
    </message>
    <message>
        <source>{title} was downloaded and is ready.</source>
        <translation>{title} wurde heruntergeladen und ist bereit.</translation>
    </message>
    <message>
        <source>{title} is being downloaded</source>
        <translation>{title} wird gerade heruntergeladen</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Modelle importieren</translation>
    </message>
    <message>
        <source>{title} was imported and is ready.</source>
        <translation>{title} wurde importiert und ist bereit.</translation>
    </message>
    <message>
        <source>{title} was imported in part. Import {files} too.</source>
        <translation>{title} wurde teilweise importiert. Auch {files} importieren.</translation>
    </message>
    <message>
        <source>Download the selected model</source>
        <translation>Das ausgewählte Modell herunterladen</translation>
    </message>
    <message>
        <source>Open the page of its authors in the browser</source>
        <translation>Die Seite seiner Autoren im Browser öffnen</translation>
    </message>
    <message>
        <source>It has no page</source>
        <translation>Es hat keine Seite</translation>
    </message>
    <message>
        <source>Import cards (.json), networks (.onnx) or published weights</source>
        <translation>Modellkarten (.json), Netze (.onnx) oder veröffentlichte Gewichte importieren</translation>
    </message>
    <message>
        <source>Remove the selected model, or its networks, to free space</source>
        <translation>Das ausgewählte Modell oder seine Netze entfernen, um Platz zu schaffen</translation>
    </message>
    <message>
        <source>It is being downloaded</source>
        <translation>Es wird gerade heruntergeladen</translation>
    </message>
    <message>
        <source>Its networks are not on this computer</source>
        <translation>Seine Netze sind nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Cl&amp;ose and keep downloading</source>
        <translation>Im Hintergrund &amp;weiter</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Down&amp;load…</source>
        <translation>Herunterl&amp;aden…</translation>
    </message>
    <message>
        <source>Down&amp;load ({size})</source>
        <translation>Herunterl&amp;aden ({size})</translation>
    </message>
    <message>
        <source>Down&amp;load</source>
        <translation>Herunterl&amp;aden</translation>
    </message>
    <message>
        <source>All models: those of packages, those that their authors publish, and those that you have imported. Select one to see its accuracy, licence and weights.</source>
        <translation>Alle Modelle: die aus Paketen, die von ihren Autoren veröffentlichten und die selbst importierten. Eines auswählen, um Genauigkeit, Lizenz und Gewichte zu sehen.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Accuracy, classes, bands, licence, citation and weights of the selected model.</source>
        <translation>Genauigkeit, Klassen, Kanäle, Lizenz, Zitat und Gewichte des ausgewählten Modells.</translation>
    </message>
    <message>
        <source>Stop the download; the next one continues where it stopped</source>
        <translation>Das Herunterladen anhalten; das nächste fährt dort fort</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>Downloads the weights of the selected model from its authors, checks them and builds the networks. No further packages are needed. Models of packages are installed by the window of the packages.</source>
        <translation>Lädt die Gewichte des ausgewählten Modells von seinen Autoren herunter, prüft sie und baut die Netze. Weitere Pakete sind nicht nötig. Modelle aus Paketen installiert das Fenster der Pakete.</translation>
    </message>
    <message>
        <source>Opens the page of the authors of the selected model in the browser.</source>
        <translation>Öffnet die Seite der Autoren des ausgewählten Modells im Browser.</translation>
    </message>
    <message>
        <source>Authors&apos; &amp;page</source>
        <translation>Seite der A&amp;utoren</translation>
    </message>
    <message>
        <source>Imports a model card with its networks, a single network (.onnx), whose card you then fill in, or files of weights as the authors publish them. A model is tested before it is stored.</source>
        <translation>Importiert eine Modellkarte mit ihren Netzen, ein einzelnes Netz (.onnx), dessen Karte dann auszufüllen ist, oder Dateien mit Gewichten, wie die Autoren sie veröffentlichen. Ein Modell wird geprüft, bevor es gespeichert wird.</translation>
    </message>
    <message>
        <source>Removes an imported model, or the networks of another one, which can be downloaded again.</source>
        <translation>Entfernt ein importiertes Modell oder die Netze eines anderen, die sich wieder herunterladen lassen.</translation>
    </message>
    <message>
        <source>{title} was imported and is ready. Only averaging all its networks also needs {files}.</source>
        <translation>{title} wurde importiert und ist bereit. Nur das Mitteln aller Netze braucht auch {files}.</translation>
    </message>
    <message>
        <source>A model {model} exists. Choose another id.</source>
        <translation>Es gibt schon ein Modell {model}. Eine andere Kennung wählen.</translation>
    </message>
    <message>
        <source>The published model {model} is in use. Use the imported one in its place?</source>
        <translation>Das veröffentlichte Modell {model} ist in Gebrauch. Stattdessen das importierte verwenden?</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Stops the download. What has arrived is kept, and the next download continues there.</source>
        <translation>Bricht den Download ab. Was angekommen ist, bleibt, und der nächste Download macht dort weiter.</translation>
    </message>
    <message>
        <source>Closes this window. A download in progress continues, and QGIS&apos;s message bar says how it has ended.</source>
        <translation>Schließt dieses Fenster. Ein laufender Download geht weiter, und die Nachrichtenleiste von QGIS meldet sein Ende.</translation>
    </message>
    <message>
        <source>Details of the model</source>
        <translation>Einzelheiten des Modells</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>Vorgang läuft</translation>
    </message>
    <message>
        <source>Part of the plugin</source>
        <translation>Teil der Erweiterung</translation>
    </message>
    <message>
        <source>It is a part of the plugin</source>
        <translation>Es ist ein Teil der Erweiterung</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>nicht heruntergeladen</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>cloud, thin cloud, shadow</source>
        <translation>Wolke, dünne Wolke, Schatten</translation>
    </message>
    <message>
        <source>cloud, thin cloud</source>
        <translation>Wolke, dünne Wolke</translation>
    </message>
    <message>
        <source>cloud, shadow</source>
        <translation>Wolke, Schatten</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>Wolke</translation>
    </message>
    <message>
        <source>{licence}, not for commercial use</source>
        <translation>{licence}, nicht für kommerzielle Zwecke</translation>
    </message>
    <message>
        <source>Finds {classes}. {levels}, {pixels}. {licence}</source>
        <translation>Findet {classes}. {levels}, {pixels}. {licence}</translation>
    </message>
    <message>
        <source>Automatic ({package})</source>
        <translation>Automatisch ({package})</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>Model cards, networks and weights ({patterns})</source>
        <translation>Modellkarten, Netze und Gewichte ({patterns})</translation>
    </message>
    <message>
        <source>Automatic, fast ({package})</source>
        <translation>Automatisch, schnell ({package})</translation>
    </message>
    <message>
        <source>from 20 m the mean of its networks of 6 and of 4 bands; below, 4 bands</source>
        <translation>ab 20 m das Mittel seiner Netze mit 6 und mit 4 Kanälen; darunter 4 Kanäle</translation>
    </message>
    <message>
        <source>from 20 m 6 bands alone, faster and less accurate; below, 4 bands</source>
        <translation>ab 20 m nur 6 Kanäle, schneller und weniger genau; darunter 4 Kanäle</translation>
    </message>
    <message>
        <source>Always {package}: {networks}. Finds {classes}. {licence}</source>
        <translation>Immer {package}: {networks}. Findet {classes}. {licence}</translation>
    </message>
    <message>
        <source>{title}, rules without a network</source>
        <translation>{title}, Regeln ohne Netz</translation>
    </message>
</context>
<context>
    <name>NetworksBox</name>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Always installed, because the automatic choice uses them</source>
        <translation>Werden immer installiert, weil die automatische Wahl sie verwendet</translation>
    </message>
    <message>
        <source>Downloaded from its authors; needs no further packages</source>
        <translation>Wird von seinen Autoren heruntergeladen; weitere Pakete sind nicht nötig</translation>
    </message>
    <message>
        <source>&amp;Others…</source>
        <translation>Ande&amp;re…</translation>
    </message>
    <message>
        <source>Open the window of all models</source>
        <translation>Das Fenster aller Modelle öffnen</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <source>Cloud and shadow for L1C and L2A, fast; no thin cloud. Licences: {licences}.</source>
        <translation>Wolken und Schatten für L1C und L2A, schnell; keine dünnen Wolken. Lizenzen: {licences}.</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>Lizenz: {licence}.</translation>
    </message>
    <message>
        <source>Opens the window of all models, which downloads and imports them.</source>
        <translation>Öffnet das Fenster aller Modelle, das sie herunterlädt und importiert.</translation>
    </message>
    <message>
        <source>The installation is being checked</source>
        <translation>Die Installation wird geprüft</translation>
    </message>
    <message>
        <source>This model is installed</source>
        <translation>Dieses Modell ist installiert</translation>
    </message>
    <message>
        <source>Components are being installed</source>
        <translation>Komponenten werden gerade installiert</translation>
    </message>
    <message>
        <source>Default networks (required): {packages}</source>
        <translation>Standardnetze (erforderlich): {packages}</translation>
    </message>
    <message>
        <source>{model}: {classes}</source>
        <translation>{model}: {classes}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Written: {file} in {folder}</source>
        <translation>Geschrieben: {file} in {folder}</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Show the installatio&amp;n…</source>
        <translation>I&amp;nstallation anzeigen…</translation>
    </message>
    <message>
        <source>Install missin&amp;g components…</source>
        <translation>&amp;Fehlendes installieren…</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Use {title} from now on?</source>
        <translation>Von jetzt an {title} verwenden?</translation>
    </message>
    <message>
        <source>The window of the masks remembers this. You can change it there under Model.</source>
        <translation>Das Fenster der Masken merkt sich das; dort lässt es sich unter „Modell“ ändern.</translation>
    </message>
    <message>
        <source>{title} is incomplete. Download what is missing now ({facts})?</source>
        <translation>{title} ist unvollständig. Jetzt das Fehlende herunterladen ({facts})?</translation>
    </message>
    <message>
        <source>{title} is incomplete. Open the window of the models to complete it?</source>
        <translation>{title} ist unvollständig. Das Fenster der Modelle öffnen, um es zu vervollständigen?</translation>
    </message>
    <message>
        <source>{title} is not on this computer. Download it now ({facts})?</source>
        <translation>{title} ist nicht auf diesem Rechner. Jetzt herunterladen ({facts})?</translation>
    </message>
    <message>
        <source>{title} is not on this computer. Open the window of the models to download it?</source>
        <translation>{title} ist nicht auf diesem Rechner. Das Fenster der Modelle öffnen, um es herunterzuladen?</translation>
    </message>
</context>
<context>
    <name>OpenFolder</name>
    <message>
        <source>{folder} cannot be opened.</source>
        <translation>{folder} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>OptionTexts</name>
    <message>
        <source>The fastest that ONNX Runtime offers on this computer.</source>
        <translation>Das schnellste, das ONNX Runtime auf diesem Rechner anbietet.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Offset grid, optimised</source>
        <translation>Versetztes Gitter, optimiert</translation>
    </message>
    <message>
        <source>No pixel lies at the corner of all its patches.</source>
        <translation>Kein Pixel liegt an der Ecke aller seiner Ausschnitte.</translation>
    </message>
    <message>
        <source>Plain grid</source>
        <translation>Einfaches Gitter</translation>
    </message>
    <message>
        <source>As CloudS2Mask places them</source>
        <translation>Wie CloudS2Mask sie anordnet</translation>
    </message>
    <message>
        <source>For masks that equal those of the CloudS2Mask library.</source>
        <translation>Für Masken, die denen der Bibliothek CloudS2Mask gleichen.</translation>
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
        <translation>Keine</translation>
    </message>
    <message>
        <source>L2A: surface reflectance</source>
        <translation>L2A: Reflektanz am Boden</translation>
    </message>
    <message>
        <source>L1C: top-of-atmosphere reflectance</source>
        <translation>L1C: Reflektanz am Oberrand der Atmosphäre</translation>
    </message>
    <message>
        <source>Median of the clear observations</source>
        <translation>Median der wolkenfreien Beobachtungen</translation>
    </message>
    <message>
        <source>Band by band; hides clouds that a mask has missed best.</source>
        <translation>Kanal für Kanal; verbirgt Wolken, die eine Maske übersehen hat, am besten.</translation>
    </message>
    <message>
        <source>Newest clear observation</source>
        <translation>Neueste wolkenfreie Beobachtung</translation>
    </message>
    <message>
        <source>Whole pixels of the latest scene that is clear there.</source>
        <translation>Ganze Pixel der neuesten Szene, die dort wolkenfrei ist.</translation>
    </message>
    <message>
        <source>Clearest scene</source>
        <translation>Klarste Szene</translation>
    </message>
    <message>
        <source>Whole pixels of the scene with the largest clear share that is clear there.</source>
        <translation>Ganze Pixel der Szene mit dem größten wolkenfreien Anteil, die dort wolkenfrei ist.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Alle Klassen</translation>
    </message>
    <message>
        <source>Thick and thin cloud as one</source>
        <translation>Dichte und dünne Wolke als eine</translation>
    </message>
    <message>
        <source>For references without thin cloud.</source>
        <translation>Für Referenzen ohne dünne Wolke.</translation>
    </message>
    <message>
        <source>Clear or not</source>
        <translation>Wolkenfrei oder nicht</translation>
    </message>
    <message>
        <source>Cloud and cloud shadow are one class.</source>
        <translation>Wolke und Wolkenschatten sind eine Klasse.</translation>
    </message>
    <message>
        <source>Automatic (by the file name)</source>
        <translation>Automatisch (nach dem Dateinamen)</translation>
    </message>
    <message>
        <source>A scene classification if the file name contains _SCL, otherwise a cloud mask.</source>
        <translation>Eine Szenenklassifikation, wenn der Dateiname _SCL enthält, sonst eine Wolkenmaske.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Scene classification (SCL)</source>
        <translation>Szenenklassifikation (SCL)</translation>
    </message>
    <message>
        <source>The classes 0 to 11 of Sen2Cor in L2A products.</source>
        <translation>Die Klassen 0 bis 11 von Sen2Cor in L2A-Produkten.</translation>
    </message>
    <message>
        <source>By mean and deviation</source>
        <translation>Nach Mittelwert und Standardabweichung</translation>
    </message>
    <message>
        <source>By those of each patch</source>
        <translation>Nach denen jedes Ausschnitts</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Softmax converts them to probabilities.</source>
        <translation>Softmax wandelt sie in Wahrscheinlichkeiten um.</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Any cloud, in masks of models without thin cloud.</source>
        <translation>Jede Wolke, in Masken von Modellen ohne dünne Wolken.</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Ordner für die Masken</translation>
    </message>
    <message>
        <source>Choose an output folder.</source>
        <translation>Einen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>The output folder does not exist.</source>
        <translation>Der Ausgabeordner existiert nicht.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>20 m</source>
        <translation>20 m</translation>
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
        <source>Masks, their styles and the natural-colour layers are written here</source>
        <translation>Masken, ihre Stile und die Echtfarbenlayer werden hier geschrieben</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>Ge&amp;rät</translation>
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
        <source>Compression of the mask file; lossless</source>
        <translation>Kompression der Maskendatei; verlustfrei</translation>
    </message>
    <message>
        <source>Patch &amp;size</source>
        <translation>Ausschni&amp;ttsgröße</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
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
        <source>Replace e&amp;xisting masks</source>
        <translation>&amp;Vorhandene Masken ersetzen</translation>
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
        <source>Area of &amp;interest</source>
        <translation>Interessenge&amp;biet</translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % wolkenfrei</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>The model runs at {metres:g} m</source>
        <translation>Das Modell läuft mit {metres:g} m</translation>
    </message>
    <message>
        <source>The output folder must be a full path.</source>
        <translation>Der Ausgabeordner muss ein vollständiger Pfad sein.</translation>
    </message>
    <message>
        <source>Pixels of 20 m: the networks are best at this resolution, and faster than at 10 m.</source>
        <translation>Pixel von 20 m: Bei dieser Auflösung sind die Netze am besten, und sie sind schneller als bei 10 m.</translation>
    </message>
    <message>
        <source>Fast; the models are best at this resolution</source>
        <translation>Schnell; bei dieser Auflösung sind die Modelle am besten</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. A model that you choose must support pixels as fine as these; if it supports only finer ones, it runs at those, and the result is resampled.</source>
        <translation>Jede ganze Zahl von 10 bis 60 Metern. Ein gewähltes Modell muss so feine Pixel unterstützen; unterstützt es nur feinere, läuft es mit diesen, und das Ergebnis wird umgerechnet.</translation>
    </message>
    <message>
        <source>The mask is resampled from this pixel size, which determines the time</source>
        <translation>Die Maske wird aus dieser Pixelgröße umgerechnet; von ihr hängt die Rechenzeit ab</translation>
    </message>
    <message>
        <source>Each product gets a mask here, named after the product, the model and the resolution. An existing mask made with the same options is reused.</source>
        <translation>Jedes Produkt erhält hier eine Maske, benannt nach Produkt, Modell und Auflösung. Eine vorhandene Maske, die mit denselben Optionen erstellt wurde, wird wiederverwendet.</translation>
    </message>
    <message>
        <source>The device that runs the network. Automatic uses the fastest that ONNX Runtime offers here. If a device fails, the processor continues, and a message says so.</source>
        <translation>Das Gerät, auf dem das Netz rechnet. Automatisch verwendet das schnellste, das ONNX Runtime hier anbietet. Versagt ein Gerät, rechnet der Prozessor weiter, und eine Meldung weist darauf hin.</translation>
    </message>
    <message>
        <source>The device that runs the network; automatic uses the fastest that works</source>
        <translation>Das Gerät, auf dem das Netz rechnet; Automatisch verwendet das schnellste, das funktioniert</translation>
    </message>
    <message>
        <source>All scenes are masked, but those with a smaller clear share are not added to the map. The season window lists all of them, and can add them later.</source>
        <translation>Alle Szenen werden maskiert, aber die mit einem kleineren wolkenfreien Anteil kommen nicht auf die Karte. Das Saisonfenster führt alle auf und kann sie später hinzufügen.</translation>
    </message>
    <message>
        <source>Scenes with a smaller clear share are masked but not added to the map; the season window lists them all</source>
        <translation>Szenen mit einem kleineren wolkenfreien Anteil werden maskiert, aber nicht zur Karte hinzugefügt; das Saisonfenster führt alle auf</translation>
    </message>
    <message>
        <source>Expands cloud and shadow by this distance into clear pixels: their edges are thin, and a margin excludes partly covered pixels from later work.</source>
        <translation>Lässt Wolken und Schatten um diese Entfernung in wolkenfreie Pixel wachsen: Ihre Ränder sind dünn, und ein Abstand hält teilweise bedeckte Pixel aus der weiteren Arbeit heraus.</translation>
    </message>
    <message>
        <source>Expand cloud and shadow by this distance into clear pixels</source>
        <translation>Wolken und Schatten um diese Entfernung in wolkenfreie Pixel wachsen lassen</translation>
    </message>
    <message>
        <source>Compression of the mask file. All methods are lossless; every program reads Deflate.</source>
        <translation>Kompression der Maskendatei. Alle Verfahren sind verlustfrei; Deflate liest jedes Programm.</translation>
    </message>
    <message>
        <source>Width and height of the squares that the network processes; larger ones need more memory</source>
        <translation>Breite und Höhe der Quadrate, die das Netz verarbeitet; größere brauchen mehr Speicher</translation>
    </message>
    <message>
        <source>Neighbouring squares overlap by at least this much, and are blended there to avoid seams.</source>
        <translation>Benachbarte Quadrate überlappen mindestens so weit und werden dort überblendet, damit keine Nähte entstehen.</translation>
    </message>
    <message>
        <source>Placement of the patches over the scene</source>
        <translation>Anordnung der Ausschnitte über der Szene</translation>
    </message>
    <message>
        <source>Replaces masks in the output folder that were made with other options. Otherwise they are kept and reported.</source>
        <translation>Ersetzt Masken im Ausgabeordner, die mit anderen Optionen erstellt wurden. Sonst bleiben sie erhalten und werden gemeldet.</translation>
    </message>
    <message>
        <source>Otherwise an existing mask made with other options is kept and reported</source>
        <translation>Sonst bleibt eine vorhandene Maske, die mit anderen Optionen erstellt wurde, erhalten und wird gemeldet</translation>
    </message>
    <message>
        <source>A small file beside the mask shows the bands of the product in natural colour. It contains no pixels itself, so keep the product in its place.</source>
        <translation>Eine kleine Datei neben der Maske zeigt die Kanäle des Produkts in Echtfarbe. Sie enthält selbst keine Pixel; das Produkt muss daher an seinem Ort bleiben.</translation>
    </message>
    <message>
        <source>Style files set the colours and the legend of a mask that is opened in QGIS later. Layers added by this run are styled without them.</source>
        <translation>Stildateien geben einer Maske Farben und Legende, wenn sie später in QGIS geöffnet wird. Die Layer dieses Laufs haben ihren Stil auch ohne sie.</translation>
    </message>
    <message>
        <source>Write a QML file beside each raster, which sets its style when it is opened in QGIS</source>
        <translation>Neben jedes Raster eine QML-Datei schreiben, die beim Öffnen in QGIS seinen Stil festlegt</translation>
    </message>
    <message>
        <source>The offset grid shifts every second row, so that no pixel is at the corner of all its squares. The last choice reproduces the CloudS2Mask library (Wright et al. 2024), for comparison.</source>
        <translation>Das versetzte Gitter verschiebt jede zweite Reihe, damit kein Pixel in der Ecke aller seiner Quadrate liegt. Die letzte Option bildet zum Vergleich die Bibliothek CloudS2Mask (Wright et al. 2024) nach.</translation>
    </message>
    <message>
        <source>Damaged bands may be read without an error. With this option, the bands and metadata that are read are first compared with the checksums in manifest.safe. It reads them once more: 1 to 4 seconds per product, longer from slow disks. A product without these checksums is not masked. Existing masks are reused without it.</source>
        <translation>Beschädigte Kanäle können ohne Fehler gelesen werden. Mit dieser Option werden die gelesenen Kanäle und die Metadaten zuerst mit den Prüfsummen in manifest.safe verglichen. Sie werden dafür ein weiteres Mal gelesen: 1 bis 4 Sekunden je Produkt, bei langsamen Datenträgern länger. Ein Produkt ohne diese Prüfsummen wird nicht maskiert. Vorhandene Masken werden ohne Prüfung weiterverwendet.</translation>
    </message>
    <message>
        <source>Compare the product with its checksums first: 1 to 4 seconds per product, longer from slow disks</source>
        <translation>Das Produkt zuerst mit seinen Prüfsummen vergleichen: 1 bis 4 Sekunden je Produkt, bei langsamen Datenträgern länger</translation>
    </message>
    <message>
        <source>Verify chec&amp;ksums</source>
        <translation>Prüfsummen vergleichen</translation>
    </message>
    <message>
        <source>Opens the window of the models, with the accuracy, classes and licence of each. It downloads, imports and removes models.</source>
        <translation>Öffnet das Fenster der Modelle mit Genauigkeit, Klassen und Lizenz eines jeden. Dort lassen sie sich herunterladen, importieren und entfernen.</translation>
    </message>
    <message>
        <source>View, download, import and remove models</source>
        <translation>Modelle ansehen, herunterladen, importieren und entfernen</translation>
    </message>
    <message>
        <source>&apos;cloud masks&apos; beside the products</source>
        <translation>„cloud masks“ neben den Produkten</translation>
    </message>
    <message>
        <source>{folder} cannot be written to. Choose another output folder.</source>
        <translation>In {folder} kann nicht geschrieben werden. Einen anderen Ausgabeordner wählen.</translation>
    </message>
    <message>
        <source>All scenes are added to the map; tick the box to choose</source>
        <translation>Alle Szenen kommen auf die Karte; zum Auswählen das Kästchen ankreuzen</translation>
    </message>
    <message>
        <source>Least clear share of the scenes that are added to the map</source>
        <translation>Kleinster wolkenfreier Anteil der Szenen, die auf die Karte kommen</translation>
    </message>
    <message>
        <source>More accurac&amp;y and output options ({count} set)…</source>
        <translation>&amp;Weitere Optionen für Genauigkeit und Ausgabe ({count} gesetzt)…</translation>
    </message>
    <message>
        <source>More accurac&amp;y and output options…</source>
        <translation>&amp;Weitere Optionen für Genauigkeit und Ausgabe…</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>Mo&amp;del</source>
        <translation>Mode&amp;ll</translation>
    </message>
    <message>
        <source>Add &amp;to map only scenes at least</source>
        <translation>Zur &amp;Karte nur Szenen ab</translation>
    </message>
    <message>
        <source>The smallest clear share, in percent of the scene&apos;s pixels with data, of scenes that are added to the map.</source>
        <translation>Der kleinste wolkenfreie Anteil, in Prozent der Pixel mit Daten, von Szenen, die auf die Karte kommen.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>Patc&amp;h overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Opens a window to combine models, to augment the test patches, to change the cloud probability threshold, and to write confidence rasters and valid masks.</source>
        <translation>Öffnet ein Fenster, um Modelle zu kombinieren, Ausschnitte mehrfach zu berechnen (Test-Time-Augmentation), den Schwellenwert der Wolkenwahrscheinlichkeit zu ändern und Konfidenzraster und Gültigkeitsmasken zu schreiben.</translation>
    </message>
    <message>
        <source>Combined models, test-time augmentation, cloud probability threshold, confidence and valid masks</source>
        <translation>Kombinierte Modelle, Test-Time-Augmentation, Schwellenwert der Wolkenwahrscheinlichkeit, Konfidenz und Gültigkeitsmasken</translation>
    </message>
    <message>
        <source>Style files (.&amp;qml)</source>
        <translation>Stildateien (.&amp;qml)</translation>
    </message>
    <message>
        <source>Choose &apos;Other&apos; first</source>
        <translation>Zuerst 'Andere' wählen</translation>
    </message>
    <message>
        <source>Pixel size of the masks, in metres; used with &apos;Other&apos;.</source>
        <translation>Pixelgröße der Masken in Metern; gilt mit 'Andere'.</translation>
    </message>
    <message>
        <source>The output folder is a file. Choose a folder.</source>
        <translation>Der Ausgabeordner ist eine Datei. Einen Ordner wählen.</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Pixelgröße</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Least clear share</source>
        <translation>Kleinster klarer Anteil</translation>
    </message>
    <message>
        <source>Pixels of 10 m: the finest outlines, in two to three times the time of 20 m.</source>
        <translation>Pixel von 10 m: die feinsten Umrisse, in der zwei- bis dreifachen Zeit von 20 m.</translation>
    </message>
    <message>
        <source>Finest outlines, in two to three times the time of 20 m</source>
        <translation>Feinste Umrisse, in der zwei- bis dreifachen Zeit von 20 m</translation>
    </message>
    <message>
        <source>The file of {model} is damaged. {remedy}</source>
        <translation>Die Datei von {model} ist beschädigt. {remedy}</translation>
    </message>
    <message>
        <source>{model} is not installed. {remedy}</source>
        <translation>{model} ist nicht installiert. {remedy}</translation>
    </message>
    <message>
        <source>The model consists of rules, which run on the processor alone</source>
        <translation>Das Modell besteht aus Regeln, die nur auf dem Prozessor laufen</translation>
    </message>
    <message>
        <source>The model has no patches</source>
        <translation>Das Modell hat keine Ausschnitte</translation>
    </message>
    <message>
        <source>The model that detects clouds. Automatic always uses the same networks, by the level of the product and the resolution, whatever else is installed: from 20 m the mean of two, which is more accurate. &apos;Automatic, fast&apos; runs one of them, in two thirds of the time. A model that is not on this computer is downloaded when you choose it; Fmask consists of rules and is always there.</source>
        <translation>Das Modell, das Wolken erkennt. Automatisch nimmt immer dieselben Netze, nach der Stufe des Produkts und der Auflösung, was auch sonst installiert ist: ab 20 m das Mittel von zweien, das genauer ist. »Automatisch, schnell« rechnet mit einem davon, in zwei Dritteln der Zeit. Ein Modell, das nicht auf diesem Rechner ist, wird heruntergeladen, wenn Sie es wählen; Fmask besteht aus Regeln und ist immer da.</translation>
    </message>
    <message>
        <source>The model that detects clouds; choose one that is not downloaded to download it</source>
        <translation>Das Modell, das Wolken erkennt; ein fehlendes wird heruntergeladen, wenn Sie es wählen</translation>
    </message>
    <message>
        <source>No buffer</source>
        <translation>Kein Puffer</translation>
    </message>
    <message>
        <source>The network processes the scene in squares of this size; all pixels of a square contribute to each label in it. Automatic uses the size measured for the model, or rectangles of as many pixels that fit the scene better.</source>
        <translation>Das Netz verarbeitet die Szene in Quadraten dieser Größe; alle Pixel eines Quadrats tragen zu jeder Klasse darin bei. Automatisch verwendet die für das Modell gemessene Größe oder Rechtecke aus ebenso vielen Pixeln, die besser zur Szene passen.</translation>
    </message>
</context>
<context>
    <name>ParameterValues</name>
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
        <source>{name} is {value}, but must be a date and time, such as 2024-07-16T10:20:31.</source>
        <translation>{name} ist {value}, muss aber Datum und Uhrzeit sein, etwa 2024-07-16T10:20:31.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be an extent: xmin,xmax,ymin,ymax [EPSG:code] or a layer.</source>
        <translation>{name} ist {value}, muss aber eine Ausdehnung sein: xmin,xmax,ymin,ymax [EPSG:Code] oder ein Layer.</translation>
    </message>
    <message>
        <source>The expression of {name} failed: {expression} ({reason}). Correct it.</source>
        <translation>Der Ausdruck von {name} ist fehlgeschlagen: {expression} ({reason}). Ihn korrigieren.</translation>
    </message>
    <message>
        <source>{name} contains {value}, but may contain only: {options}.</source>
        <translation>{name} enthält {value}, darf aber nur enthalten: {options}.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must end in {suffix}, the only format.</source>
        <translation>{name} ist {value}, muss aber auf {suffix} enden, das einzige Format.</translation>
    </message>
    <message>
        <source>There is no parameter {name}. {nearest} may be meant.</source>
        <translation>Es gibt keinen Parameter {name}. Gemeint ist vielleicht {nearest}.</translation>
    </message>
    <message>
        <source>There is no parameter {name}. Choose from: {names}.</source>
        <translation>Es gibt keinen Parameter {name}. Zur Auswahl stehen: {names}.</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>the authors&apos; host</source>
        <translation>dem Server der Autoren</translation>
    </message>
    <message>
        <source>a mirror</source>
        <translation>einem Spiegelserver</translation>
    </message>
    <message>
        <source>a folder on this computer</source>
        <translation>einem Ordner auf diesem Rechner</translation>
    </message>
    <message>
        <source>Where the weights of published models are downloaded from</source>
        <translation>Woher die Gewichte veröffentlichter Modelle heruntergeladen werden</translation>
    </message>
    <message>
        <source>Address that replaces scheme and host of the authors&apos; one, if that is blocked</source>
        <translation>Adresse, die Schema und Server der Autoren ersetzt, falls dieser gesperrt ist</translation>
    </message>
    <message>
        <source>Folder with files of weights</source>
        <translation>Ordner mit Dateien von Gewichten</translation>
    </message>
    <message>
        <source>For computers without internet: a folder with the files, named as published</source>
        <translation>Für Rechner ohne Internet: ein Ordner mit den Dateien unter ihren veröffentlichten Namen</translation>
    </message>
    <message>
        <source>Lo&amp;gin…</source>
        <translation>Anmeldun&amp;g…</translation>
    </message>
    <message>
        <source>Choose an authentication of QGIS, if the mirror requires a login</source>
        <translation>Eine Authentifizierung von QGIS wählen, falls der Spiegelserver eine Anmeldung verlangt</translation>
    </message>
    <message>
        <source>&amp;Download from</source>
        <translation>&amp;Herunterladen von</translation>
    </message>
    <message>
        <source>Enter the address of the mirror, such as https://mirror.example.org</source>
        <translation>Die Adresse des Spiegelservers eingeben, etwa https://mirror.example.org</translation>
    </message>
    <message>
        <source>Choose the folder that holds the files of weights</source>
        <translation>Den Ordner wählen, der die Dateien mit den Gewichten enthält</translation>
    </message>
    <message>
        <source>Login for the mirror</source>
        <translation>Anmeldung am Spiegelserver</translation>
    </message>
    <message>
        <source>A mirror or a folder is for computers that cannot reach the hosts of the authors.</source>
        <translation>Ein Spiegelserver oder ein Ordner ist für Rechner, welche die Server der Autoren nicht erreichen.</translation>
    </message>
    <message>
        <source>Address of the mirror</source>
        <translation>Adresse des Mirrors</translation>
    </message>
</context>
<context>
    <name>ProductChooser</name>
    <message>
        <source>STAC items…</source>
        <translation>STAC-Items…</translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation>Adressen…</translation>
    </message>
    <message>
        <source>The map&apos;s view</source>
        <translation>Die Kartenansicht</translation>
    </message>
    <message>
        <source>The area of interest</source>
        <translation>Das Interessengebiet</translation>
    </message>
    <message>
        <source>Add .SAFE or .zarr folders</source>
        <translation>.SAFE- oder .zarr-Ordner hinzufügen</translation>
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
</context>
<context>
    <name>ProductDeeds</name>
    <message>
        <source>The product cannot be read.</source>
        <translation>Das Produkt kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Add its product to the list of the main window first.</source>
        <translation>Fügen Sie erst sein Produkt zur Liste des Hauptfensters hinzu.</translation>
    </message>
    <message>
        <source>Select a single product: models are compared on one.</source>
        <translation>Wählen Sie ein einziges Produkt: Modelle werden an einem verglichen.</translation>
    </message>
    <message>
        <source>Models are compared on products in folders.</source>
        <translation>Modelle werden an Produkten in Ordnern verglichen.</translation>
    </message>
    <message>
        <source>Install the missing components first.</source>
        <translation>Installieren Sie erst die fehlenden Komponenten.</translation>
    </message>
    <message>
        <source>Enable the plugin Processing first.</source>
        <translation>Schalten Sie erst die Erweiterung Processing ein.</translation>
    </message>
</context>
<context>
    <name>ProductMap</name>
    <message>
        <source>Further products here: {count}</source>
        <translation>Weitere Produkte hier: {count}</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Sentinel-2-Produkte ({patterns});;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} is not a raster file: it is a web service or database ({provider}).</source>
        <translation>{layer} ist keine Rasterdatei, sondern ein Webdienst oder eine Datenbank ({provider}).</translation>
    </message>
    <message>
        <source>Export it as a GeoTIFF first (Export &gt; Save As, raw data).</source>
        <translation>Zuerst als GeoTIFF exportieren (Export &gt; Speichern als, Rohdaten).</translation>
    </message>
    <message>
        <source>{layer} is not a file of its own. Export it as a GeoTIFF first (Export &gt; Save As).</source>
        <translation>{layer} ist keine eigene Datei. Exportieren Sie den Layer zuerst als GeoTIFF (Export &gt; Speichern als).</translation>
    </message>
</context>
<context>
    <name>ReferenceParameters</name>
    <message>
        <source>Reference raster</source>
        <translation>Referenzraster</translation>
    </message>
    <message>
        <source>Another mask, labels, or a scene classification (SCL) of the same area.</source>
        <translation>Eine andere Maske, Labels oder eine Szenenklassifikation (SCL) desselben Gebiets.</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Sentinel-2-Produkte ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Or L2A product (its scene classification)</source>
        <translation>Oder L2A-Produkt (seine Szenenklassifikation)</translation>
    </message>
    <message>
        <source>A .SAFE or .zarr folder, the metadata file in it, or a .zip archive.</source>
        <translation>Ein .SAFE- oder .zarr-Ordner, die Metadatendatei darin oder ein .zip-Archiv.</translation>
    </message>
    <message>
        <source>Or polygons with a class</source>
        <translation>Oder Polygone mit einer Klasse</translation>
    </message>
    <message>
        <source>Your own labels, in any coordinate reference system. Only pixels inside them count.</source>
        <translation>Eigene Labels in einem beliebigen Koordinatenbezugssystem. Nur Pixel in ihnen zählen.</translation>
    </message>
    <message>
        <source>Field with the class</source>
        <translation>Feld mit der Klasse</translation>
    </message>
    <message>
        <source>Its values: clear, cloud, thick cloud, thin cloud, shadow, snow or water, or the numbers of a mask.</source>
        <translation>Seine Werte: wolkenfrei, Wolke, dichte Wolke, dünne Wolke, Schatten, Schnee oder Wasser, oder die Zahlen einer Maske.</translation>
    </message>
    <message>
        <source>Class values of the reference</source>
        <translation>Klassenwerte der Referenz</translation>
    </message>
    <message>
        <source>Custom class values of the reference (empty: as above)</source>
        <translation>Eigene Klassenwerte der Referenz (leer: wie oben)</translation>
    </message>
    <message>
        <source>auto: scl if the file name contains _SCL, otherwise mask.</source>
        <translation>auto: scl, wenn der Dateiname _SCL enthält, sonst mask.</translation>
    </message>
    <message>
        <source>For example 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.</source>
        <translation>Zum Beispiel 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.</translation>
    </message>
    <message>
        <source>Choose one reference: {raster}, {product} or {polygons}.</source>
        <translation>Genau eine Referenz wählen: {raster}, {product} oder {polygons}.</translation>
    </message>
    <message>
        <source>{parameter} is {field}, but must be a field of the polygons with their classes: {fields}.</source>
        <translation>{parameter} ist {field}, muss aber ein Feld der Polygone mit ihren Klassen sein: {fields}.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>{product} is an address, but a reference is read from a disk. Download the product first.</source>
        <translation>{product} ist eine Adresse, aber eine Referenz wird von einem Datenträger gelesen. Laden Sie das Produkt zuerst herunter.</translation>
    </message>
</context>
<context>
    <name>RefineDialog</name>
    <message>
        <source>No other model</source>
        <translation>Kein anderes Modell</translation>
    </message>
    <message>
        <source>{value} (the model&apos;s)</source>
        <translation>{value} (des Modells)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Clou&amp;d above</source>
        <translation>&amp;Wolke über</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
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
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> ha</source>
        <translation> ha</translation>
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
        <source>The model has no further networks</source>
        <translation>Das Modell hat keine weiteren Netze</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Files beside each mask</source>
        <translation>Dateien neben jeder Maske</translation>
    </message>
    <message>
        <source>{window}: choose at least one class to exclude from the valid mask.</source>
        <translation>{window}: mindestens eine Klasse wählen, die die Gültigkeitsmaske ausschließt.</translation>
    </message>
    <message>
        <source>Average the probabilities with those of a second model</source>
        <translation>Die Wahrscheinlichkeiten mit denen eines zweiten Modells mitteln</translation>
    </message>
    <message>
        <source>Predict doubtful patches again, turned and mirrored, up to this many times</source>
        <translation>Zweifelhafte Ausschnitte noch einmal berechnen, gedreht und gespiegelt, höchstens so oft</translation>
    </message>
    <message>
        <source>The model classifies each pixel on its own, so turned patches give the same result</source>
        <translation>Das Modell klassifiziert jedes Pixel für sich; gedrehte Ausschnitte ergeben daher dasselbe</translation>
    </message>
    <message>
        <source>The model does not have this class</source>
        <translation>Das Modell hat diese Klasse nicht</translation>
    </message>
    <message>
        <source>Grow clouds and shadows by this distance in the valid mask</source>
        <translation>Wolken und Schatten in der Gültigkeitsmaske um diese Entfernung wachsen lassen</translation>
    </message>
    <message>
        <source>Ignore smaller clouds and shadows in the valid mask</source>
        <translation>Kleinere Wolken und Schatten in der Gültigkeitsmaske nicht beachten</translation>
    </message>
    <message>
        <source>Pixels with a higher cloud probability are cloud</source>
        <translation>Pixel mit einer höheren Wolkenwahrscheinlichkeit sind Wolke</translation>
    </message>
    <message>
        <source>Radius of the disc over which the cloud probability is averaged first</source>
        <translation>Radius der Scheibe, über die die Wolkenwahrscheinlichkeit zuerst gemittelt wird</translation>
    </message>
    <message>
        <source>Radius of the disc by which cloud is dilated afterwards</source>
        <translation>Radius der Scheibe, um die Wolken danach wachsen</translation>
    </message>
    <message>
        <source>Only for models with a threshold, such as s2cloudless; others choose the most likely class</source>
        <translation>Nur für Modelle mit Schwellenwert wie s2cloudless; andere wählen die wahrscheinlichste Klasse</translation>
    </message>
    <message>
        <source>Test-time augmentation: patches with speckled labels are predicted again, turned and mirrored, up to this many times, and the probabilities are averaged. Other patches take no extra time.</source>
        <translation>Test-Time-Augmentation: Ausschnitte mit gesprenkelten Klassen werden gedreht und gespiegelt noch einmal berechnet, höchstens so oft, und die Wahrscheinlichkeiten werden gemittelt. Andere Ausschnitte brauchen keine zusätzliche Zeit.</translation>
    </message>
    <message>
        <source>For models that return only the probability of cloud: pixels above this threshold are cloud. A lower threshold detects more cloud, and more bright land by mistake.</source>
        <translation>Für Modelle, die nur die Wahrscheinlichkeit von Wolken ausgeben: Pixel über diesem Schwellenwert sind Wolke. Ein niedrigerer erkennt mehr Wolken, hält aber auch mehr helles Land dafür.</translation>
    </message>
    <message>
        <source>The probability is first averaged over a disc of this radius, which removes single pixels.</source>
        <translation>Die Wahrscheinlichkeit wird zuerst über eine Scheibe mit diesem Radius gemittelt, was einzelne Pixel beseitigt.</translation>
    </message>
    <message>
        <source>Cloud is then dilated by a disc of this radius, because the edges of clouds are thin.</source>
        <translation>Danach wachsen die Wolken um eine Scheibe mit diesem Radius, denn Wolkenränder sind dünn.</translation>
    </message>
    <message>
        <source>Write a raster with the probability of each class, in percent, beside each mask</source>
        <translation>Neben jede Maske ein Raster mit der Wahrscheinlichkeit jeder Klasse in Prozent schreiben</translation>
    </message>
    <message>
        <source>Write a raster with 1 for usable pixels and 0 elsewhere beside each mask</source>
        <translation>Neben jede Maske ein Raster mit 1 für nutzbare Pixel und sonst 0 schreiben</translation>
    </message>
    <message>
        <source>Expands clouds and shadows by this distance in the valid mask; the cloud mask does not change.</source>
        <translation>Lässt Wolken und Schatten in der Gültigkeitsmaske um diese Entfernung wachsen; die Wolkenmaske ändert sich nicht.</translation>
    </message>
    <message>
        <source>Smaller clouds and shadows are treated as noise: their pixels are usable in the valid mask, and get no buffer.</source>
        <translation>Kleinere Wolken und Schatten gelten als Rauschen: Ihre Pixel sind in der Gültigkeitsmaske nutzbar und erhalten keinen Puffer.</translation>
    </message>
    <message>
        <source>All options have their defaults</source>
        <translation>Alle Optionen haben ihre Vorgaben</translation>
    </message>
    <message>
        <source>Set all options of this window back to their defaults</source>
        <translation>Alle Optionen dieses Fensters auf ihre Vorgaben zurücksetzen</translation>
    </message>
    <message>
        <source>Tick &apos;Write valid mask&apos; first</source>
        <translation>Zuerst 'Gültigkeitsmaske schreiben' ankreuzen</translation>
    </message>
    <message>
        <source>Accuracy and output options</source>
        <translation>Optionen für Genauigkeit und Ausgabe</translation>
    </message>
    <message>
        <source>Combine with &amp;model</source>
        <translation>Mit &amp;Modell kombinieren</translation>
    </message>
    <message>
        <source>The probabilities of both models are averaged. Two models that make different errors are often better together. This takes the time of both.</source>
        <translation>Die Wahrscheinlichkeiten beider Modelle werden gemittelt. Zwei Modelle, die verschiedene Fehler machen, sind zusammen oft besser. Das braucht die Zeit von beiden.</translation>
    </message>
    <message>
        <source>Use all net&amp;works of the model (ensemble)</source>
        <translation>Alle &amp;Netze des Modells verwenden (Ensemble)</translation>
    </message>
    <message>
        <source>Cloud probability threshold</source>
        <translation>Schwellenwert der Wolkenwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>average over </source>
        <translation>mitteln über </translation>
    </message>
    <message>
        <source>dilate by </source>
        <translation>ausdehnen um </translation>
    </message>
    <message>
        <source>A raster with the probability of each class, in percent. It shows where the model is uncertain.</source>
        <translation>Ein Raster mit der Wahrscheinlichkeit jeder Klasse in Prozent. Es zeigt, wo das Modell unsicher ist.</translation>
    </message>
    <message>
        <source>Write con&amp;fidence raster</source>
        <translation>Kon&amp;fidenzraster schreiben</translation>
    </message>
    <message>
        <source>A raster with 1 for usable pixels and 0 elsewhere, as other tools read it. The options beside and below it define which pixels are not usable.</source>
        <translation>Ein Raster mit 1 für nutzbare Pixel und sonst 0, wie andere Werkzeuge es lesen. Die Optionen daneben und darunter legen fest, welche Pixel nicht nutzbar sind.</translation>
    </message>
    <message>
        <source>Write &amp;valid mask; exclude:</source>
        <translation>&amp;Gültigkeitsmaske schreiben; ohne:</translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation>&amp;Puffer</translation>
    </message>
    <message>
        <source>&amp;Ignore objects smaller than</source>
        <translation>Objekte &amp;ignorieren unter</translation>
    </message>
    <message>
        <source>Sets all options of this window back to their defaults: one model, no augmentation, no further files.</source>
        <translation>Setzt alle Optionen dieses Fensters auf ihre Vorgaben zurück: ein Modell, keine Augmentation, keine weiteren Dateien.</translation>
    </message>
    <message>
        <source>Closes this window; the options are kept.</source>
        <translation>Schließt dieses Fenster; die Optionen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Test-time au&amp;gmentation</source>
        <translation>Test-Time-Augmenta&amp;tion</translation>
    </message>
    <message>
        <source>Radius of the average</source>
        <translation>Radius der Mittelung</translation>
    </message>
    <message>
        <source>Radius of the dilation</source>
        <translation>Radius der Erweiterung</translation>
    </message>
    <message>
        <source>Choose a model in the main window first; the networks of the automatic one are fixed</source>
        <translation>Zuerst im Hauptfenster ein Modell wählen; die Netze des automatischen stehen fest</translation>
    </message>
    <message>
        <source>Run all networks of the model and average them</source>
        <translation>Alle Netze des Modells rechnen lassen und mitteln</translation>
    </message>
    <message>
        <source>Pixels with a lower probability of shadow get the likeliest of the other classes</source>
        <translation>Pixel mit einer kleineren Schattenwahrscheinlichkeit bekommen die wahrscheinlichste der anderen Klassen</translation>
    </message>
    <message>
        <source>The model does not find shadow</source>
        <translation>Das Modell findet keinen Schatten</translation>
    </message>
    <message>
        <source>Some models consist of several networks with the same training. This runs and averages all of them.</source>
        <translation>Manche Modelle bestehen aus mehreren gleich trainierten Netzen. Hiermit rechnen alle, und ihre Ergebnisse werden gemittelt.</translation>
    </message>
    <message>
        <source>&amp;Shadow only from a probability of</source>
        <translation>&amp;Schatten erst ab einer Wahrscheinlichkeit von</translation>
    </message>
    <message>
        <source>Shadow is the class that models mistake most, for dark water and flooded fields. A pixel is shadow only from this probability, else it gets the likeliest of the other classes. A higher one finds less shadow, and less by mistake. At 0 %, each pixel gets its likeliest class.</source>
        <translation>Bei Schatten irren Modelle am meisten, auf dunklem Wasser und überschwemmten Feldern. Ein Pixel ist erst ab dieser Wahrscheinlichkeit Schatten, sonst bekommt es die wahrscheinlichste der anderen Klassen. Eine höhere findet weniger Schatten, und weniger irrtümlich. Bei 0 % bekommt jedes Pixel seine wahrscheinlichste Klasse.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The model consists of rules, without probabilities to average</source>
        <translation>Das Modell besteht aus Regeln, ohne Wahrscheinlichkeiten, die gemittelt werden könnten</translation>
    </message>
    <message>
        <source>The model consists of rules, without patches to turn</source>
        <translation>Das Modell besteht aus Regeln, ohne Ausschnitte, die gedreht werden könnten</translation>
    </message>
    <message>
        <source>The model finds shadow by rules, without a probability</source>
        <translation>Das Modell findet Schatten nach Regeln, ohne Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Pixels are cloud if their probability is above that of clear land by more than this</source>
        <translation>Pixel sind Wolke, wenn ihre Wahrscheinlichkeit um mehr als dies über der von wolkenfreiem Land liegt</translation>
    </message>
    <message>
        <source>Radius of the disc by which shadow is dilated</source>
        <translation>Radius der Scheibe, um die der Schatten wächst</translation>
    </message>
    <message>
        <source>Radius of the disc by which snow is dilated</source>
        <translation>Radius der Scheibe, um die der Schnee wächst</translation>
    </message>
    <message>
        <source>Leave out clouds that do not move between the bands, as roofs and beaches</source>
        <translation>Wolken auslassen, die sich zwischen den Kanälen nicht bewegen, wie Dächer und Strände</translation>
    </message>
    <message>
        <source>Slopes and shaded hillsides are then neither water nor cloud shadow</source>
        <translation>Hänge und Hänge ohne Sonne sind dann weder Wasser noch Wolkenschatten</translation>
    </message>
    <message>
        <source>Pixels of this map are water, unless they are cloud, shadow or snow</source>
        <translation>Pixel dieser Karte sind Wasser, außer sie sind Wolke, Schatten oder Schnee</translation>
    </message>
    <message>
        <source>The rules of the model do not average</source>
        <translation>Die Regeln des Modells mitteln nicht</translation>
    </message>
    <message>
        <source>Rules for shadow, snow, water and bright ground</source>
        <translation>Regeln für Schatten, Schnee, Wasser und hellen Boden</translation>
    </message>
    <message>
        <source>The bands see high objects from slightly different sides. Clouds that do not move between the bands, such as roofs and beaches, are then left out. Without this, low fog over towns is kept, and so is bright ground.</source>
        <translation>Die Kanäle sehen hohe Objekte von etwas verschiedenen Seiten. Wolken, die sich zwischen den Kanälen nicht bewegen, etwa Dächer und Strände, entfallen dann. Ohne dies bleibt niedriger Nebel über Städten erhalten, aber auch heller Boden.</translation>
    </message>
    <message>
        <source>Clouds must move between the bands (&amp;parallax)</source>
        <translation>Wolken müssen sich zwischen den Kanälen bewegen (Pa&amp;rallaxe)</translation>
    </message>
    <message>
        <source>Dilatio&amp;n</source>
        <translation>&amp;Dilatation</translation>
    </message>
    <message>
        <source>Radius of the dilation of shadow</source>
        <translation>Radius der Dilatation des Schattens</translation>
    </message>
    <message>
        <source>Shadow is dilated by a disc of this radius, because the edges of shadows are soft.</source>
        <translation>Der Schatten wächst um eine Scheibe mit diesem Radius, weil Schattenränder weich sind.</translation>
    </message>
    <message>
        <source>shadow by </source>
        <translation>Schatten um </translation>
    </message>
    <message>
        <source>Radius of the dilation of snow</source>
        <translation>Radius der Dilatation des Schnees</translation>
    </message>
    <message>
        <source>Snow is dilated by a disc of this radius. Cloud and shadow take precedence over it.</source>
        <translation>Der Schnee wächst um eine Scheibe mit diesem Radius. Wolke und Schatten haben Vorrang.</translation>
    </message>
    <message>
        <source>snow by </source>
        <translation>Schnee um </translation>
    </message>
    <message>
        <source>&amp;Elevation</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>Wa&amp;ter map</source>
        <translation>Wasser&amp;karte</translation>
    </message>
    <message>
        <source>Optional: a layer or a raster file of elevation in metres, in any coordinate reference system, which covers the products. Slopes are then not taken for water, nor hillsides that the sun does not reach for cloud shadow.</source>
        <translation>Optional: ein Layer oder eine Rasterdatei der Höhe in Metern, in einem beliebigen Koordinatenbezugssystem, die die Produkte abdeckt. Geneigte Flächen gelten dann nicht als Wasser und Hänge ohne Sonne nicht als Wolkenschatten.</translation>
    </message>
    <message>
        <source>Optional: a layer or a raster file that is 1 in water, or the occurrence of water in percent, of which half is enough. Water below thin cloud or with bright ground is then found too.</source>
        <translation>Optional: ein Layer oder eine Rasterdatei mit 1 im Wasser oder der Häufigkeit von Wasser in Prozent, von der die Hälfte genügt. Wasser unter dünnen Wolken oder mit hellem Grund wird dann auch gefunden.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>No buffer</source>
        <translation>Kein Puffer</translation>
    </message>
</context>
<context>
    <name>Refinement</name>
    <message>
        <source>Averages their probabilities with those of the model chosen above.</source>
        <translation>Mittelt ihre Wahrscheinlichkeiten mit denen des oben gewählten Modells.</translation>
    </message>
    <message>
        <source>Predicts patches with speckled labels again, turned and mirrored, up to this many times.</source>
        <translation>Berechnet Ausschnitte mit gesprenkelten Klassen noch einmal, gedreht und gespiegelt, höchstens so oft.</translation>
    </message>
    <message>
        <source>Combine with models</source>
        <translation>Mit Modellen kombinieren</translation>
    </message>
    <message>
        <source>Use all networks of the model</source>
        <translation>Alle Netze des Modells verwenden</translation>
    </message>
    <message>
        <source>Test-time augmentation (most passes)</source>
        <translation>Test-Zeit-Augmentierung (höchstens so oft)</translation>
    </message>
    <message>
        <source>Valid mask: classes to exclude</source>
        <translation>Gültigkeitsmaske: auszuschließende Klassen</translation>
    </message>
    <message>
        <source>Valid mask: buffer (metres)</source>
        <translation>Gültigkeitsmaske: Puffer (Meter)</translation>
    </message>
    <message>
        <source>Their pixels, and those without data, are 0 in the valid mask.</source>
        <translation>Ihre Pixel und die ohne Daten sind 0 in der Gültigkeitsmaske.</translation>
    </message>
    <message>
        <source>The excluded classes grow by this distance, in the valid mask only.</source>
        <translation>Die ausgeschlossenen Klassen wachsen um diese Entfernung, nur in der Gültigkeitsmaske.</translation>
    </message>
    <message>
        <source>Smaller objects count as clear in the valid mask.</source>
        <translation>Kleinere Objekte zählen in der Gültigkeitsmaske als wolkenfrei.</translation>
    </message>
    <message>
        <source>Cloud probability threshold</source>
        <translation>Schwellenwert der Wolkenwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. For models with a threshold, like the next two options.</source>
        <translation>Leer: die des Modells. Für Modelle mit einer Schwelle, wie die nächsten zwei Optionen.</translation>
    </message>
    <message>
        <source>Cloud probability: averaging (pixels)</source>
        <translation>Wolkenwahrscheinlichkeit: Mittelung (Pixel)</translation>
    </message>
    <message>
        <source>Radius that smooths the probabilities before the threshold. Empty: the model&apos;s.</source>
        <translation>Radius, der die Wahrscheinlichkeiten vor der Schwelle glättet. Leer: der des Modells.</translation>
    </message>
    <message>
        <source>Cloud probability: dilation (pixels)</source>
        <translation>Wolkenwahrscheinlichkeit: Erweiterung (Pixel)</translation>
    </message>
    <message>
        <source>Radius that widens clouds after the threshold. Empty: the model&apos;s.</source>
        <translation>Radius, der Wolken nach der Schwelle erweitert. Leer: der des Modells.</translation>
    </message>
    <message>
        <source>Valid mask: smallest object (hectares)</source>
        <translation>Gültigkeitsmaske: kleinstes Objekt (Hektar)</translation>
    </message>
    <message>
        <source>For models that consist of several networks, such as those of CloudS2Mask.</source>
        <translation>Für Modelle aus mehreren Netzen, etwa die von CloudS2Mask.</translation>
    </message>
    <message>
        <source>Least probability of shadow</source>
        <translation>Mindestwahrscheinlichkeit von Schatten</translation>
    </message>
    <message>
        <source>Pixels below get another class. Empty: the model&apos;s. 0: each gets its likeliest class.</source>
        <translation>Pixel darunter bekommen eine andere Klasse. Leer: die des Modells. 0: Jedes bekommt seine wahrscheinlichste Klasse.</translation>
    </message>
    <message>
        <source>{others} cannot be averaged with {model} = {automatic}. Choose a model in {model}.</source>
        <translation>{others} lässt sich nicht mit {model} = {automatic} mitteln. In {model} ein Modell wählen.</translation>
    </message>
    <message>
        <source>Rules: dilation of shadow (pixels)</source>
        <translation>Regeln: Dilatation des Schattens (Pixel)</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. For models that consist of rules, like the next four options.</source>
        <translation>Leer: die des Modells. Für Modelle, die aus Regeln bestehen, wie die nächsten vier Optionen.</translation>
    </message>
    <message>
        <source>Rules: dilation of snow (pixels)</source>
        <translation>Regeln: Dilatation des Schnees (Pixel)</translation>
    </message>
    <message>
        <source>Cloud and shadow take precedence over snow. Empty: the model&apos;s.</source>
        <translation>Wolke und Schatten haben Vorrang vor Schnee. Leer: die des Modells.</translation>
    </message>
    <message>
        <source>Rules: clouds must move between the bands</source>
        <translation>Regeln: Wolken müssen sich zwischen den Kanälen bewegen</translation>
    </message>
    <message>
        <source>Leaves out roofs and beaches, which have no parallax.</source>
        <translation>Lässt Dächer und Strände aus, die keine Parallaxe haben.</translation>
    </message>
    <message>
        <source>Rules: elevation raster (metres)</source>
        <translation>Regeln: Höhenraster (Meter)</translation>
    </message>
    <message>
        <source>Slopes and shaded hillsides are then neither water nor cloud shadow.</source>
        <translation>Hänge und Hänge ohne Sonne sind dann weder Wasser noch Wolkenschatten.</translation>
    </message>
    <message>
        <source>Rules: water map</source>
        <translation>Regeln: Wasserkarte</translation>
    </message>
    <message>
        <source>A raster that is 1 in water, or the occurrence of water in percent.</source>
        <translation>Ein Raster, das im Wasser 1 ist, oder die Häufigkeit von Wasser in Prozent.</translation>
    </message>
    <message>
        <source>Rules: cloud probability above clear land</source>
        <translation>Regeln: Wolkenwahrscheinlichkeit über wolkenfreiem Land</translation>
    </message>
    <message>
        <source>A lower one finds more cloud, and more bright land. Empty: the model&apos;s.</source>
        <translation>Eine kleinere findet mehr Wolken und mehr helles Land. Leer: die des Modells.</translation>
    </message>
    <message>
        <source>Rules: dilation of cloud (pixels)</source>
        <translation>Regeln: Erweiterung der Wolken (Pixel)</translation>
    </message>
    <message>
        <source>Radius that widens clouds. Empty: the model&apos;s.</source>
        <translation>Radius, um den Wolken wachsen. Leer: der des Modells.</translation>
    </message>
</context>
<context>
    <name>Requirements</name>
    <message>
        <source>Missing Python packages: {names}.</source>
        <translation>Fehlende Python-Pakete: {names}.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime is installed but cannot be loaded ({reason}).</source>
        <translation>Das Python-Paket onnxruntime ist installiert, lässt sich aber nicht laden ({reason}).</translation>
    </message>
    <message>
        <source>Install it again, then restart QGIS.</source>
        <translation>Es erneut installieren, dann QGIS neu starten.</translation>
    </message>
    <message>
        <source>Repair or remove it in {folder}, then restart QGIS.</source>
        <translation>Es in {folder} reparieren oder entfernen, dann QGIS neu starten.</translation>
    </message>
    <message>
        <source>The usual cause on Windows is an old Microsoft Visual C++ Redistributable.</source>
        <translation>Unter Windows liegt es meist an einem veralteten Microsoft Visual C++ Redistributable.</translation>
    </message>
    <message>
        <source>Install the current version (x64) from Microsoft&apos;s website.</source>
        <translation>Die aktuelle Version (x64) von der Website von Microsoft installieren.</translation>
    </message>
    <message>
        <source>Missing models: no network is installed.</source>
        <translation>Fehlende Modelle: Es ist kein Netz installiert.</translation>
    </message>
    <message>
        <source>Install them with Raster &gt; CloudS2Mask &gt; Install or update components…</source>
        <translation>Über Raster &gt; CloudS2Mask &gt; Komponenten installieren oder aktualisieren… installieren.</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>It lies behind an address, not in a folder.</source>
        <translation>Es liegt hinter einer Adresse, nicht in einem Ordner.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Nothing went wrong with the selected rows.</source>
        <translation>Bei den gewählten Zeilen ging nichts schief.</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Wählen Sie erst eine Zeile.</translation>
    </message>
    <message>
        <source>&amp;Zoom to outline</source>
        <translation>Auf Umriss &amp;zoomen</translation>
    </message>
    <message>
        <source>Show &amp;reason</source>
        <translation>&amp;Grund zeigen</translation>
    </message>
    <message>
        <source>Open containing &amp;folder</source>
        <translation>Enthaltenden &amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Pfad kopieren</translation>
    </message>
    <message>
        <source>Add to &amp;map</source>
        <translation>Zur &amp;Karte hinzufügen</translation>
    </message>
    <message>
        <source>Remo&amp;ve from map</source>
        <translation>Von Karte &amp;entfernen</translation>
    </message>
    <message>
        <source>Mask a&amp;gain</source>
        <translation>&amp;Neu maskieren</translation>
    </message>
    <message>
        <source>C&amp;ompare models…</source>
        <translation>&amp;Modelle vergleichen…</translation>
    </message>
    <message>
        <source>Cloud-free com&amp;posite…</source>
        <translation>&amp;Wolkenfreies Komposit…</translation>
    </message>
    <message>
        <source>&amp;Apply mask…</source>
        <translation>Maske &amp;anwenden…</translation>
    </message>
    <message>
        <source>&amp;Statistics of polygons…</source>
        <translation>&amp;Statistik von Polygonen…</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>&amp;Bericht…</translation>
    </message>
    <message>
        <source>Remove from the &amp;list</source>
        <translation>Aus der &amp;Liste entfernen</translation>
    </message>
    <message>
        <source>Correct &amp;by hand…</source>
        <translation>Von &amp;Hand korrigieren…</translation>
    </message>
    <message>
        <source>Mask as pol&amp;ygons…</source>
        <translation>Maske als Pol&amp;ygone…</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>No product touches the area of interest</source>
        <translation>Kein Produkt berührt das Interessengebiet</translation>
    </message>
    <message>
        <source>1 mask made</source>
        <translation>1 Maske erstellt</translation>
    </message>
    <message>
        <source>{count} masks made</source>
        <translation>{count} Masken erstellt</translation>
    </message>
    <message>
        <source>No new mask made</source>
        <translation>Keine neue Maske erstellt</translation>
    </message>
    <message>
        <source>{count} reused</source>
        <translation>{count} wiederverwendet</translation>
    </message>
    <message>
        <source>{count} skipped (outside the area)</source>
        <translation>{count} übersprungen (außerhalb des Gebiets)</translation>
    </message>
    <message>
        <source>{count} not replaced</source>
        <translation>{count} nicht ersetzt</translation>
    </message>
    <message>
        <source>{count} not masked</source>
        <translation>{count} nicht maskiert</translation>
    </message>
    <message>
        <source>Cancelled. {counts}</source>
        <translation>Abgebrochen. {counts}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not added to the map, with less than {percent:.0f} % clear: {count}.</source>
        <translation>Nicht in der Karte, mit weniger als {percent:.0f} % klar: {count}.</translation>
    </message>
    <message>
        <source>{count} warnings; the first: {text}</source>
        <translation>{count} Warnungen; die erste: {text}</translation>
    </message>
    <message>
        <source>The first failure: {text}</source>
        <translation>Der erste Fehler: {text}</translation>
    </message>
    <message>
        <source>1 warning.</source>
        <translation>1 Warnung.</translation>
    </message>
    <message>
        <source>{count} warnings.</source>
        <translation>{count} Warnungen.</translation>
    </message>
    <message>
        <source>The project was closed during the run, so the masks are only in {folder}.</source>
        <translation>Das Projekt wurde während des Laufs geschlossen, daher sind die Masken nur in {folder}.</translation>
    </message>
    <message>
        <source>The tool tips of the rows and the log panel say more.</source>
        <translation>Mehr steht in den Tooltips der Zeilen und im Protokollfenster.</translation>
    </message>
    <message>
        <source>{count} products have masks with other settings: {names}.</source>
        <translation>{count} Produkte haben Masken mit anderen Einstellungen: {names}.</translation>
    </message>
    <message>
        <source>A product has a mask with other settings: {names}.</source>
        <translation>Ein Produkt hat eine Maske mit anderen Einstellungen: {names}.</translation>
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
        <source>Outside the area: skipped</source>
        <translation>Außerhalb des Gebiets: übersprungen</translation>
    </message>
    <message>
        <source>Outside the area: will be skipped</source>
        <translation>Außerhalb des Gebiets: wird übersprungen</translation>
    </message>
    <message>
        <source> (reused)</source>
        <translation> (wiederverwendet)</translation>
    </message>
    <message>
        <source>A mask with other settings exists: {names}</source>
        <translation>Maske mit anderen Einstellungen vorhanden: {names}</translation>
    </message>
    <message>
        <source> (corrected)</source>
        <translation> (korrigiert)</translation>
    </message>
    <message>
        <source>This product is already listed from another place</source>
        <translation>Dieses Produkt steht schon von einem anderen Ort in der Liste</translation>
    </message>
</context>
<context>
    <name>SceneTable</name>
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
    <message>
        <source>Products</source>
        <translation>Produkte</translation>
    </message>
    <message>
        <source>Add Sentinel-2 products with the buttons above,
or drop .SAFE and .zarr folders or zips here</source>
        <translation>Fügen Sie Sentinel-2-Produkte mit den Knöpfen oben hinzu,
oder ziehen Sie .SAFE- und .zarr-Ordner oder ZIP-Dateien hierher</translation>
    </message>
    <message>
        <source>No product matches the filter: shorten the text, or lower the clear share.</source>
        <translation>Kein Produkt passt zum Filter: Kürzen Sie den Text, oder senken Sie den wolkenfreien Anteil.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Choose an area and days, then search.</source>
        <translation>Wählen Sie Gebiet und Tage, dann suchen Sie.</translation>
    </message>
    <message>
        <source>Another STAC API</source>
        <translation>Andere STAC-API</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Of the whole tile, as the provider states it; your area may be clearer</source>
        <translation>Der ganzen Kachel, wie der Anbieter sie angibt; Ihr Gebiet kann klarer sein</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Cancel search</source>
        <translation>Suche a&amp;bbrechen</translation>
    </message>
    <message>
        <source>C&amp;atalogue</source>
        <translation>&amp;Katalog</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the API</source>
        <translation>Ad&amp;resse der API</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>Sa&amp;mmlung</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>Gebi&amp;et</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>Ta&amp;ge</translation>
    </message>
    <message>
        <source>Cloud co&amp;ver at most</source>
        <translation>Be&amp;wölkung höchstens</translation>
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
        <source>Cloud cover</source>
        <translation>Bewölkung</translation>
    </message>
    <message>
        <source>Scenes found</source>
        <translation>Gefundene Szenen</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>Alle &amp;anhaken</translation>
    </message>
    <message>
        <source>&amp;Untick all</source>
        <translation>Alle ab&amp;haken</translation>
    </message>
    <message>
        <source>JPEG 2000 in a bucket that needs access keys in the environment: see the guide.</source>
        <translation>JPEG 2000 in einem Bucket, der Zugangsschlüssel in der Umgebung braucht: siehe Handbuch.</translation>
    </message>
    <message>
        <source>JPEG 2000 in a bucket whose readers pay: it needs access keys of AWS, see the guide.</source>
        <translation>JPEG 2000 in einem Bucket, dessen Leser zahlen: Er braucht Zugangsschlüssel von AWS, siehe Handbuch.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>Die Suche wurde abgebrochen.</translation>
    </message>
    <message>
        <source>A search is running</source>
        <translation>Eine Suche läuft</translation>
    </message>
    <message>
        <source>There are no scenes yet: search first</source>
        <translation>Noch keine Szenen: suchen Sie zuerst</translation>
    </message>
    <message>
        <source>Free, without an account. A small area of interest reads some 40 MB a date, a tile up to 1 GB.</source>
        <translation>Kostenlos, ohne Konto. Ein kleines Interessengebiet liest etwa 40 MB je Datum, eine Kachel bis zu 1 GB.</translation>
    </message>
    <message>
        <source>Nothing was found. Check the collection, or choose other days, another area or more cloud cover.</source>
        <translation>Nichts gefunden. Prüfen Sie die Sammlung, oder wählen Sie andere Tage, ein anderes Gebiet oder mehr Bewölkung.</translation>
    </message>
    <message>
        <source>{name} is in the list</source>
        <translation>{name} steht in der Liste</translation>
    </message>
    <message>
        <source>Scenes found: {count}, ticked: {ticked}, in the list: {listed}</source>
        <translation>Gefundene Szenen: {count}, angehakt: {ticked}, in der Liste: {listed}</translation>
    </message>
</context>
<context>
    <name>SeasonFiles</name>
    <message>
        <source>Open the masks of a folder</source>
        <translation>Masken eines Ordners öffnen</translation>
    </message>
    <message>
        <source>{folder} contains no cloud mask of this plugin. Choose the output folder of a run.</source>
        <translation>{folder} enthält keine Wolkenmaske dieser Erweiterung. Den Ausgabeordner eines Laufs wählen.</translation>
    </message>
    <message>
        <source>Reading the masks of a folder</source>
        <translation>Masken eines Ordners werden gelesen</translation>
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
</context>
<context>
    <name>SeasonModel</name>
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
        <source>; {valid:.0f} % of the area has data</source>
        <translation>; {valid:.0f} % des Gebiets haben Daten</translation>
    </message>
    <message>
        <source>{path} was removed or cannot be read. Mask the product again.</source>
        <translation>{path} wurde entfernt oder ist nicht lesbar. Das Produkt erneut maskieren.</translation>
    </message>
    <message>
        <source>In map</source>
        <translation>In Karte</translation>
    </message>
    <message>
        <source>Date of the acquisition (UTC)</source>
        <translation>Datum der Aufnahme (UTC)</translation>
    </message>
    <message>
        <source>Tile of the Sentinel-2 grid</source>
        <translation>Kachel des Sentinel-2-Rasters</translation>
    </message>
    <message>
        <source>Satellite: S2A, S2B or S2C</source>
        <translation>Satellit: S2A, S2B oder S2C</translation>
    </message>
    <message>
        <source>Processing level: L1C, top of the atmosphere, or L2A, surface</source>
        <translation>Verarbeitungsstufe: L1C, oberhalb der Atmosphäre, oder L2A, Boden</translation>
    </message>
    <message>
        <source>Share of clear pixels in the area with data</source>
        <translation>Anteil wolkenfreier Pixel an der Fläche mit Daten</translation>
    </message>
    <message>
        <source>Share of cloud in the area with data</source>
        <translation>Anteil von Wolken an der Fläche mit Daten</translation>
    </message>
    <message>
        <source>Share of cloud shadow in the area with data</source>
        <translation>Anteil von Wolkenschatten an der Fläche mit Daten</translation>
    </message>
    <message>
        <source>Share of the area with data</source>
        <translation>Anteil der Fläche mit Daten</translation>
    </message>
    <message>
        <source>Yes if the mask is a layer of the map; or why there is no mask</source>
        <translation>Ja, wenn die Maske ein Layer der Karte ist; oder warum es keine Maske gibt</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Name des Produkts</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No, file removed</source>
        <translation>Nein, Datei entfernt</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Data %</source>
        <translation>Daten %</translation>
    </message>
    <message>
        <source>Not replaced</source>
        <translation>Nicht ersetzt</translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation>{name} %</translation>
    </message>
    <message>
        <source>{name}: part of the clear share; only some models distinguish it</source>
        <translation>{name}: Teil des wolkenfreien Anteils; nur manche Modelle unterscheiden ihn</translation>
    </message>
    <message>
        <source>Corrected by hand on {day}</source>
        <translation>Von Hand korrigiert am {day}</translation>
    </message>
    <message>
        <source>{state}, corrected</source>
        <translation>{state}, korrigiert</translation>
    </message>
</context>
<context>
    <name>SeasonWindow</name>
    <message>
        <source>Opening masks</source>
        <translation>Masken werden geöffnet</translation>
    </message>
    <message>
        <source>Wait until the background task is done</source>
        <translation>Warten, bis die Hintergrundaufgabe fertig ist</translation>
    </message>
    <message>
        <source>Select a scene that has a mask</source>
        <translation>Eine Szene mit Maske wählen</translation>
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
        <source>&amp;Add to map</source>
        <translation>Zur &amp;Karte hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>&amp;CSV exportieren…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>&amp;Bericht speichern…</translation>
    </message>
    <message>
        <source>Mask products first, or open the masks of a folder</source>
        <translation>Erst Produkte maskieren oder die Masken eines Ordners öffnen</translation>
    </message>
    <message>
        <source>Wait until the run is over</source>
        <translation>Warten, bis der Lauf zu Ende ist</translation>
    </message>
    <message>
        <source>Show the masks of a folder as a season, without masking</source>
        <translation>Die Masken eines Ordners als Saison zeigen, ohne etwas zu maskieren</translation>
    </message>
    <message>
        <source>Packages are missing; install them from the main window</source>
        <translation>Pakete fehlen; sie lassen sich im Hauptfenster installieren</translation>
    </message>
    <message>
        <source>Add the selected scenes to the map</source>
        <translation>Die gewählten Szenen zur Karte hinzufügen</translation>
    </message>
    <message>
        <source>Zoom to the extent of the selected scene; switch this off to compare dates at one place</source>
        <translation>Auf die Ausdehnung der gewählten Szene zoomen; ausschalten, um Tage an einem Ort zu vergleichen</translation>
    </message>
    <message>
        <source>Adds the selected scenes to the map, each as a group of mask and natural-colour layer.</source>
        <translation>Fügt die gewählten Szenen zur Karte hinzu, jede als Gruppe aus Maske und Echtfarbenlayer.</translation>
    </message>
    <message>
        <source>Shows the masks of a folder as a season, read from the tags of their files: product, time, shares, area. Nothing is masked.</source>
        <translation>Zeigt die Masken eines Ordners als Saison, gelesen aus den Tags ihrer Dateien: Produkt, Zeit, Anteile, Gebiet. Es wird nichts maskiert.</translation>
    </message>
    <message>
        <source>These masks were removed or cannot be read: {names}. Mask their products again.</source>
        <translation>Diese Masken wurden entfernt oder sind nicht lesbar: {names}. Ihre Produkte erneut maskieren.</translation>
    </message>
    <message>
        <source>{count} masks with another resolution or area were skipped.</source>
        <translation>{count} Masken mit anderer Auflösung oder anderem Gebiet wurden übersprungen.</translation>
    </message>
    <message>
        <source>1 mask with another resolution or area was skipped.</source>
        <translation>1 Maske mit anderer Auflösung oder anderem Gebiet wurde übersprungen.</translation>
    </message>
    <message>
        <source>No scene matches the filter</source>
        <translation>Keine Szene passt zum Filter</translation>
    </message>
    <message>
        <source>Show the folder of the masks in the file manager</source>
        <translation>Den Ordner der Masken in der Dateiverwaltung zeigen</translation>
    </message>
    <message>
        <source>The selected scenes are in the map</source>
        <translation>Die gewählten Szenen sind in der Karte</translation>
    </message>
    <message>
        <source>Remove the selected scenes from the map; their files stay</source>
        <translation>Die gewählten Szenen von der Karte entfernen; ihre Dateien bleiben</translation>
    </message>
    <message>
        <source>The selected scenes are not in the map</source>
        <translation>Die gewählten Szenen sind nicht in der Karte</translation>
    </message>
    <message>
        <source>Write the scenes shown ({shown} of {total}) and their footprints to a text file</source>
        <translation>Die angezeigten Szenen ({shown} von {total}) mit ihren Umrissen in eine Textdatei schreiben</translation>
    </message>
    <message>
        <source>Write chart, pictures and table of the scenes shown ({shown} of {total}) to an HTML page</source>
        <translation>Diagramm, Bilder und Tabelle der angezeigten Szenen ({shown} von {total}) in eine HTML-Seite schreiben</translation>
    </message>
    <message>
        <source>No scene matches the filter.
Shorten the text, or lower the clear share.</source>
        <translation>Keine Szene passt zum Filter.
Den Text kürzen oder den wolkenfreien Anteil senken.</translation>
    </message>
    <message>
        <source>Each scene appears here as soon as it is masked.</source>
        <translation>Jede Szene erscheint hier, sobald sie maskiert ist.</translation>
    </message>
    <message>
        <source>No scenes yet.
Mask products in the main window, or click &apos;{button}&apos; for those of an earlier run.</source>
        <translation>Noch keine Szenen.
Produkte im Hauptfenster maskieren, oder mit '{button}' die eines früheren Laufs zeigen.</translation>
    </message>
    <message>
        <source>Scenes masked: {masked}, in map: {shown}</source>
        <translation>Maskierte Szenen: {masked}, in Karte: {shown}</translation>
    </message>
    <message>
        <source>{shown} of {total} scenes shown. </source>
        <translation>{shown} von {total} Szenen angezeigt. </translation>
    </message>
    <message>
        <source>Season overview</source>
        <translation>Saisonübersicht</translation>
    </message>
    <message>
        <source>Open &amp;masks…</source>
        <translation>Masken &amp;öffnen…</translation>
    </message>
    <message>
        <source>Shows the folder of the masks in the file manager.</source>
        <translation>Zeigt den Ordner der Masken in der Dateiverwaltung.</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>Or&amp;dner öffnen</translation>
    </message>
    <message>
        <source>Writes the rows shown to a text file: shares, path and footprint of each mask, as a polygon that QGIS reads.</source>
        <translation>Schreibt die angezeigten Zeilen in eine Textdatei: Anteile, Pfad und Umriss jeder Maske als Polygon, das QGIS lesen kann.</translation>
    </message>
    <message>
        <source>Writes one HTML file with the chart, a picture of each scene with its mask, and the table of the rows shown. It needs no other files, so you can send it by e-mail.</source>
        <translation>Schreibt eine HTML-Datei mit dem Diagramm, einem Bild jeder Szene mit ihrer Maske und der Tabelle der angezeigten Zeilen. Sie braucht keine weiteren Dateien und lässt sich daher per E-Mail verschicken.</translation>
    </message>
    <message>
        <source>Removes the layers of the selected scenes from the map. Their files stay.</source>
        <translation>Entfernt die Layer der gewählten Szenen von der Karte. Ihre Dateien bleiben.</translation>
    </message>
    <message>
        <source>Remo&amp;ve from map</source>
        <translation>Von Karte &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Zoom to selection</source>
        <translation>Auf Auswahl &amp;zoomen</translation>
    </message>
    <message>
        <source>&amp;Hide other scenes</source>
        <translation>&amp;Andere ausblenden</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Anleitung öffnen (F1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>, not replaced: {count}</source>
        <translation>, nicht ersetzt: {count}</translation>
    </message>
    <message>
        <source>Hide all other scenes of cloud masks in the map, so that the selected one is not covered</source>
        <translation>Alle anderen Szenen mit Wolkenmasken in der Karte ausblenden, damit sie die gewählte nicht verdecken</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Szenen</translation>
    </message>
    <message>
        <source>Select at least {least} % clear</source>
        <translation>Ab {least} % wolkenfrei auswählen</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select all scenes shown that have a mask, also in the map</source>
        <translation>Alle angezeigten Szenen mit Maske auswählen, auch in der Karte</translation>
    </message>
    <message>
        <source>No scene shown has a mask</source>
        <translation>Keine angezeigte Szene hat eine Maske</translation>
    </message>
    <message>
        <source>Products of the last run, or of a folder of masks. Click a row to show its scene on the map; click a header to sort; right-click a row for all that can be done with it.</source>
        <translation>Produkte des letzten Laufs oder eines Ordners mit Masken. Ein Klick auf eine Zeile zeigt ihre Szene auf der Karte, ein Klick auf eine Überschrift sortiert; ein Rechtsklick auf eine Zeile zeigt alles, was sich mit ihr tun lässt.</translation>
    </message>
    <message>
        <source>A bar per scene and a row per tile, with the shares of clear, cloud and shadow in the area with data. Click a bar to show its scene. Drag the line to show only scenes that are clear enough.</source>
        <translation>Ein Balken je Szene und eine Reihe je Kachel, mit den Anteilen von wolkenfrei, Wolke und Schatten an der Fläche mit Daten. Ein Klick auf einen Balken zeigt seine Szene. Ziehen Sie die Linie, um nur Szenen zu zeigen, die wolkenfrei genug sind.</translation>
    </message>
    <message>
        <source>Opens a tool of the toolbox with exactly the selected masks and their scenes: a cloud-free composite, masked rasters, or statistics of polygons. The report is of the selected scenes too.</source>
        <translation>Öffnet ein Werkzeug der Werkzeugkiste mit genau den gewählten Masken und ihren Szenen: ein wolkenfreies Komposit, maskierte Raster oder Statistik von Polygonen. Auch der Bericht ist von den gewählten Szenen.</translation>
    </message>
    <message>
        <source>&amp;Use selected</source>
        <translation>Auswahl &amp;verwenden</translation>
    </message>
    <message>
        <source>Select a single scene: one mask is corrected.</source>
        <translation>Eine einzelne Szene wählen: Korrigiert wird eine Maske.</translation>
    </message>
    <message>
        <source>Add the scene to the map first.</source>
        <translation>Die Szene zuerst zur Karte hinzufügen.</translation>
    </message>
    <message>
        <source>Composite, applied masks, statistics, polygons or a report of the selected scenes</source>
        <translation>Komposit, angewandte Masken, Statistik, Polygone oder Bericht der gewählten Szenen</translation>
    </message>
</context>
<context>
    <name>SingleMaskAlgorithm</name>
    <message>
        <source>Cloud mask</source>
        <translation>Wolkenmaske</translation>
    </message>
    <message>
        <source>Confidence (percent of each class)</source>
        <translation>Konfidenz (Prozent jeder Klasse)</translation>
    </message>
    <message>
        <source>Valid mask (1 usable, 0 not)</source>
        <translation>Gültigkeitsmaske (1 nutzbar, 0 nicht)</translation>
    </message>
    <message>
        <source>Clear (percent of the pixels with data)</source>
        <translation>Wolkenfrei (Prozent der Pixel mit Daten)</translation>
    </message>
    <message>
        <source>Cloud (percent of the pixels with data)</source>
        <translation>Wolke (Prozent der Pixel mit Daten)</translation>
    </message>
    <message>
        <source>Cloud shadow (percent of the pixels with data)</source>
        <translation>Wolkenschatten (Prozent der Pixel mit Daten)</translation>
    </message>
    <message>
        <source>A raster with a band per class of the model: its probability in percent.</source>
        <translation>Ein Raster mit einem Kanal je Klasse des Modells: ihre Wahrscheinlichkeit in Prozent.</translation>
    </message>
    <message>
        <source>A raster for other programs, by the rule in the advanced parameters.</source>
        <translation>Ein Raster für andere Programme, nach der Regel in den fortgeschrittenen Parametern.</translation>
    </message>
    <message>
        <source>A GeoTIFF: 0 clear, 1 cloud (or thick cloud), 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water, 255 no data.</source>
        <translation>Ein GeoTIFF: 0 wolkenfrei, 1 Wolke (oder dichte Wolke), 2 dünne Wolke, 3 Wolkenschatten, 4 Schnee oder Eis, 5 Wasser, 255 keine Daten.</translation>
    </message>
    <message>
        <source>{name} (percent of the pixels with data; part of clear)</source>
        <translation>{name} (Prozent der Pixel mit Daten; Teil von wolkenfrei)</translation>
    </message>
</context>
<context>
    <name>StacDialog</name>
    <message>
        <source>Add STAC items</source>
        <translation>STAC-Items hinzufügen</translation>
    </message>
    <message>
        <source>Catalo&amp;gue search</source>
        <translation>Katalo&amp;gsuche</translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>I&amp;tems</translation>
    </message>
    <message>
        <source>Ways to add items</source>
        <translation>Wege, Items hinzuzufügen</translation>
    </message>
    <message>
        <source>Add to the &amp;list</source>
        <translation>Zur &amp;Liste hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Files or addresses of items, one a line:</source>
        <translation>Dateien oder Adressen von &amp;Items, eine je Zeile:</translation>
    </message>
    <message>
        <source>C&amp;hoose files…</source>
        <translation>&amp;Dateien wählen…</translation>
    </message>
    <message>
        <source>STAC items ({patterns});;All files (*)</source>
        <translation>STAC-Items ({patterns});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose STAC items</source>
        <translation>STAC-Items wählen</translation>
    </message>
    <message>
        <source>Line {number}: {reason}</source>
        <translation>Zeile {number}: {reason}</translation>
    </message>
    <message>
        <source>Enter the address or the file of an item</source>
        <translation>Geben Sie die Adresse oder die Datei eines Items ein</translation>
    </message>
    <message>
        <source>The scenes are read where they lie; the window stays open</source>
        <translation>Die Szenen werden dort gelesen, wo sie liegen; das Fenster bleibt offen</translation>
    </message>
    <message>
        <source>For an API, or items, whose host wants a login: user and password, a header or a token. Keys of buckets come from the environment.</source>
        <translation>Für eine API oder Items, deren Host eine Anmeldung verlangt: Benutzer und Passwort, ein Header oder ein Token. Schlüssel von Buckets kommen aus der Umgebung.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{name} is no STAC item: its name ends in .json, or its address has /items/. Products are added by Web &gt; Addresses.</source>
        <translation>{name} ist kein STAC-Item: Der Name endet auf .json, oder die Adresse enthält /items/. Produkte fügt Web &gt; Adressen hinzu.</translation>
    </message>
    <message>
        <source>Added to the list: {count}. The list says which of them cannot be used.</source>
        <translation>Zur Liste hinzugefügt: {count}. Die Liste sagt, welche davon nicht verwendbar sind.</translation>
    </message>
    <message>
        <source>Search, and tick at least one scene</source>
        <translation>Suchen Sie, und haken Sie mindestens eine Szene an</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
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
        <source>Usable (percent of pixels with data)</source>
        <translation>Nutzbar (Prozent der Pixel mit Daten)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels with data are usable.</source>
        <translation>{share:.1f} % der Pixel mit Daten sind nutzbar.</translation>
    </message>
    <message>
        <source>1 where pixels are usable, 0 everywhere else.</source>
        <translation>1, wo Pixel nutzbar sind, sonst überall 0.</translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>Stop the run; finished masks stay</source>
        <translation>Den Lauf anhalten; fertige Masken bleiben</translation>
    </message>
    <message>
        <source>The run is being cancelled.</source>
        <translation>Der Lauf wird abgebrochen.</translation>
    </message>
    <message>
        <source>No run is in progress.</source>
        <translation>Kein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>Choose a folder; all products in it and its subfolders are added</source>
        <translation>Einen Ordner wählen; alle Produkte darin und in seinen Unterordnern werden hinzugefügt</translation>
    </message>
    <message>
        <source>Choose .zip archives; they are read in place</source>
        <translation>.zip-Archive wählen; sie werden nicht entpackt</translation>
    </message>
    <message>
        <source>Remove the selected products from the list</source>
        <translation>Die gewählten Produkte aus der Liste entfernen</translation>
    </message>
    <message>
        <source>Select products first</source>
        <translation>Zuerst Produkte wählen</translation>
    </message>
    <message>
        <source>Mask these products again, with the options below</source>
        <translation>Diese Produkte mit den Optionen unten neu maskieren</translation>
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
        <source>Cancelling: the current step is finished first.</source>
        <translation>Wird abgebrochen: Der laufende Schritt wird noch beendet.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Wird gestartet</translation>
    </message>
    <message>
        <source>A run is in progress.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>Products are being read; so far: {count}.</source>
        <translation>Produkte werden gelesen; bisher: {count}.</translation>
    </message>
    <message>
        <source>No product can be used. The Status column gives the reasons.</source>
        <translation>Kein Produkt ist verwendbar. Die Gründe stehen in der Spalte Status.</translation>
    </message>
    <message>
        <source>The installation is being checked.</source>
        <translation>Die Installation wird geprüft.</translation>
    </message>
    <message>
        <source>Components are missing; install them above.</source>
        <translation>Es fehlen Bestandteile; oben installieren.</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Mindestens ein Produkt hinzufügen.</translation>
    </message>
    <message>
        <source>No product touches the area of interest. Draw it over the outlines on the map.</source>
        <translation>Kein Produkt berührt das Interessengebiet. Es über die Umrisse auf der Karte zeichnen.</translation>
    </message>
    <message>
        <source>Ready to mask 1 product.</source>
        <translation>Bereit, 1 Produkt zu maskieren.</translation>
    </message>
    <message>
        <source>Ready to mask {count} products.</source>
        <translation>Bereit, {count} Produkte zu maskieren.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Remove layers</source>
        <translation>Layer entfernen</translation>
    </message>
    <message>
        <source>{count} unusable</source>
        <translation>{count} nicht verwendbar</translation>
    </message>
    <message>
        <source>{count} outside the area</source>
        <translation>{count} außerhalb des Gebiets</translation>
    </message>
    <message>
        <source>Left out: {counts}.</source>
        <translation>Ausgelassen: {counts}.</translation>
    </message>
    <message>
        <source>Last run:</source>
        <translation>Letzter Lauf:</translation>
    </message>
    <message>
        <source>Components are being installed; then masks can be made.</source>
        <translation>Komponenten werden installiert; danach können Masken erstellt werden.</translation>
    </message>
    <message>
        <source>Components are being installed.</source>
        <translation>Komponenten werden installiert.</translation>
    </message>
    <message>
        <source>1 unusable</source>
        <translation>1 nicht verwendbar</translation>
    </message>
    <message>
        <source>Choose one or more .SAFE or .zarr folders</source>
        <translation>Einen oder mehrere .SAFE- oder .zarr-Ordner wählen</translation>
    </message>
    <message>
        <source>Components are missing; install them above, or choose Fmask, which needs no network.</source>
        <translation>Komponenten fehlen; installieren Sie sie oben, oder wählen Sie Fmask, das kein Netz braucht.</translation>
    </message>
    <message>
        <source>Search a catalogue for scenes, or paste addresses of products</source>
        <translation>Szenen in einem Katalog suchen, oder Adressen von Produkten einfügen</translation>
    </message>
    <message>
        <source>Mask all usable products that are shown</source>
        <translation>Alle nutzbaren angezeigten Produkte maskieren</translation>
    </message>
    <message>
        <source>Click outlines of products on the map, or drag a rectangle over them</source>
        <translation>Klicken Sie Umrisse von Produkten auf der Karte an, oder ziehen Sie ein Rechteck darüber auf</translation>
    </message>
    <message>
        <source>Add products first: the map shows their outlines</source>
        <translation>Fügen Sie erst Produkte hinzu: Die Karte zeigt ihre Umrisse</translation>
    </message>
    <message>
        <source>No product matches the filter: Run masks only products that are shown.</source>
        <translation>Kein Produkt passt zum Filter: Maskiert werden nur die angezeigten Produkte.</translation>
    </message>
    <message>
        <source>{count} hidden by the filter</source>
        <translation>{count} vom Filter ausgeblendet</translation>
    </message>
    <message>
        <source>Entire tiles are read from the web, up to 1 GB each; an area of interest reads less.</source>
        <translation>Ganze Kacheln werden aus dem Netz gelesen, bis zu 1 GB je Kachel; ein Interessengebiet liest weniger.</translation>
    </message>
</context>
<context>
    <name>_CheckList</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
</TS>
