<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>ApplyMask</name>
    <message>
        <source>Apply a cloud mask</source>
        <translation>Appliquer un masque de nuages</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,nodata,remove clouds,clip,buffer,raster,ndvi,sentinel-2</source>
        <translation>nuage,ombre,masque,nodata,retirer les nuages,découper,tampon,raster,ndvi,sentinel-2</translation>
    </message>
    <message>
        <source>Raster to mask</source>
        <translation>Raster à masquer</translation>
    </message>
    <message>
        <source>Any raster of the same ground, with any number of bands and any pixel size.</source>
        <translation>Un raster quelconque du même terrain, quels que soient le nombre de bandes et la taille de pixel.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>A cloud mask or a valid mask. Ground beyond its edges counts as masked.</source>
        <translation>Un masque de nuages ou de validité. Le terrain au-delà de ses bords compte comme masqué.</translation>
    </message>
    <message>
        <source>Value of masked pixels (empty: the raster&apos;s nodata)</source>
        <translation>Valeur des pixels masqués (vide : NoData du raster)</translation>
    </message>
    <message>
        <source>Where the raster has none: NaN, 0 without negative numbers, else the smallest number.</source>
        <translation>Si le raster n'en a pas : NaN, 0 sans nombres négatifs, sinon le plus petit nombre.</translation>
    </message>
    <message>
        <source>Masked raster</source>
        <translation>Raster masqué</translation>
    </message>
    <message>
        <source>Masked (percent of all pixels)</source>
        <translation>Masqué (pourcentage de tous les pixels)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels are masked; their value is {nodata:g}.</source>
        <translation>{share:.1f} % des pixels sont masqués ; leur valeur est {nodata:g}.</translation>
    </message>
    <message>
        <source>The raster declares no nodata value, so this one was taken.</source>
        <translation>Le raster ne déclare pas de valeur NoData, celle-ci a donc été prise.</translation>
    </message>
</context>
<context>
    <name>AreaGeometry</name>
    <message>
        <source>{name} has no extent.</source>
        <translation>{name} n'a pas d'emprise.</translation>
    </message>
    <message>
        <source>{name} has no polygons.</source>
        <translation>{name} n'a pas de polygones.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system, so its place is not known. Set it first.</source>
        <translation>{name} n&apos;a pas de système de coordonnées de référence, sa position est donc inconnue. En définir un d&apos;abord.</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
    <message>
        <source>Does not touch the area of interest</source>
        <translation>Ne touche pas la zone d'intérêt</translation>
    </message>
    <message>
        <source>Whole products</source>
        <translation>Produits entiers</translation>
    </message>
    <message>
        <source>Map canvas extent</source>
        <translation>Emprise du canevas de carte</translation>
    </message>
    <message>
        <source>Extent of a layer</source>
        <translation>Emprise d'une couche</translation>
    </message>
    <message>
        <source>Selected features</source>
        <translation>Entités sélectionnées</translation>
    </message>
    <message>
        <source>All features of a layer</source>
        <translation>Toutes les entités d'une couche</translation>
    </message>
    <message>
        <source>Drawn on the map</source>
        <translation>Dessinée sur la carte</translation>
    </message>
    <message>
        <source>The map</source>
        <translation>La carte</translation>
    </message>
    <message>
        <source>Draw the area of interest: a rectangle or a polygon.</source>
        <translation>Dessiner la zone d'intérêt : un rectangle ou un polygone.</translation>
    </message>
    <message>
        <source>The project has no layer that can be the area of interest.</source>
        <translation>Le projet n'a aucune couche pouvant servir de zone d'intérêt.</translation>
    </message>
    <message>
        <source>Select features of {name} on the map.</source>
        <translation>Sélectionner des entités de {name} sur la carte.</translation>
    </message>
    <message>
        <source>{name} has more than {count} features. Select some of them, or dissolve it.</source>
        <translation>{name} a plus de {count} entités. En sélectionner une partie, ou regrouper la couche.</translation>
    </message>
    <message>
        <source>Masks only a part of each product: its labels are those of the mask of the whole product, in a fraction of the time, and the mask is cut to it. Products that do not touch the area are skipped.</source>
        <translation>Ne masque qu'une partie de chaque produit : ses classes sont celles du masque du produit entier, en une fraction du temps, et le masque y est découpé. Les produits qui ne touchent pas la zone sont ignorés.</translation>
    </message>
    <message>
        <source>Which ground is masked; products that do not touch it are skipped</source>
        <translation>Le terrain à masquer ; les produits qui ne le touchent pas sont ignorés</translation>
    </message>
    <message>
        <source>The layer whose extent or features are the area of interest</source>
        <translation>La couche dont l'emprise ou les entités sont la zone d'intérêt</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map; this window steps aside meanwhile</source>
        <translation>Tracer un rectangle sur la carte ; cette fenêtre s'efface pendant ce temps</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rectangle</translation>
    </message>
    <message>
        <source>Click the corners of a polygon on the map; this window steps aside meanwhile</source>
        <translation>Cliquer les sommets d'un polygone sur la carte ; cette fenêtre s'efface pendant ce temps</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
</context>
<context>
    <name>AreaTools</name>
    <message>
        <source>Drag a rectangle on the map. Esc leaves the area as it was.</source>
        <translation>Tracer un rectangle sur la carte. Échap laisse la zone inchangée.</translation>
    </message>
    <message>
        <source>Click the corners of a polygon, right-click to close it. Esc leaves the area as it was.</source>
        <translation>Cliquer les sommets d'un polygone, clic droit pour le fermer. Échap laisse la zone inchangée.</translation>
    </message>
    <message>
        <source>Area of interest</source>
        <translation>Zone d'intérêt</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <source>Thick cloud</source>
        <translation>Nuage épais</translation>
    </message>
    <message>
        <source>Thin cloud</source>
        <translation>Nuage fin</translation>
    </message>
    <message>
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
    <message>
        <source>pale: partly without data</source>
        <translation>pâle : en partie sans données</translation>
    </message>
</context>
<context>
    <name>ClassStatistics</name>
    <message>
        <source>Class statistics per polygon</source>
        <translation>Statistiques des classes par polygone</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,zonal,statistics,histogram,share,percent,field,parcel</source>
        <translation>nuage,ombre,masque,zonal,statistiques,histogramme,part,pourcentage,champ,parcelle</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <source>Fields, parcels or areas of study, in any coordinate reference system.</source>
        <translation>Champs, parcelles ou zones d'étude, dans n'importe quel système de coordonnées.</translation>
    </message>
    <message>
        <source>Prefix of the new columns</source>
        <translation>Préfixe des nouveaux champs</translation>
    </message>
    <message>
        <source>Tells the columns of several masks apart, for example 0716_ for 16 July.</source>
        <translation>Distingue les champs de plusieurs masques, par exemple 0716_ pour le 16 juillet.</translation>
    </message>
    <message>
        <source>Shares per polygon</source>
        <translation>Parts par polygone</translation>
    </message>
    <message>
        <source>values of more than 8 bits</source>
        <translation>des valeurs de plus de 8 bits</translation>
    </message>
    <message>
        <source>Cancelled; no layer was written.</source>
        <translation>Annulé ; aucune couche n'a été écrite.</translation>
    </message>
    <message>
        <source>the value {value}</source>
        <translation>la valeur {value}</translation>
    </message>
    <message>
        <source>The raster is no cloud mask, because it holds {what}. A mask holds 0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow and 255 no data. Choose a mask.</source>
        <translation>Le raster n'est pas un masque de nuages, car il contient {what}. Un masque contient 0 dégagé, 1 nuage épais, 2 nuage fin, 3 ombre de nuage et 255 sans données. Choisir un masque.</translation>
    </message>
</context>
<context>
    <name>ClearAlgorithm</name>
    <message>
        <source>Classes that are not usable</source>
        <translation>Classes non exploitables</translation>
    </message>
    <message>
        <source>Pixels without data are never usable.</source>
        <translation>Les pixels sans données ne sont jamais exploitables.</translation>
    </message>
    <message>
        <source>Buffer around them (metres)</source>
        <translation>Tampon autour d'elles (mètres)</translation>
    </message>
    <message>
        <source>They grow by this distance into clear ground; ground without data does not grow.</source>
        <translation>Elles s'étendent de cette distance sur le terrain dégagé ; le terrain sans données ne s'étend pas.</translation>
    </message>
    <message>
        <source>Smallest cloud or shadow that counts (hectares)</source>
        <translation>Plus petit nuage ou ombre pris en compte (hectares)</translation>
    </message>
    <message>
        <source>Smaller ones are taken for noise: they are clear, and get no buffer.</source>
        <translation>Les plus petits sont tenus pour du bruit : ils sont dégagés, sans tampon.</translation>
    </message>
    <message>
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Annulé ; aucun fichier inachevé n'a été laissé.</translation>
    </message>
</context>
<context>
    <name>CloudS2MaskPlugin</name>
    <message>
        <source>Mask clouds in Sentinel-2 products…</source>
        <translation>Masquer les nuages de produits Sentinel-2…</translation>
    </message>
    <message>
        <source>Packages and models…</source>
        <translation>Paquets et modèles…</translation>
    </message>
</context>
<context>
    <name>CompareMasks</name>
    <message>
        <source>Compare masks</source>
        <translation>Comparer des masques</translation>
    </message>
    <message>
        <source>cloud,shadow,accuracy,confusion matrix,kappa,validation,scl,sen2cor,f1,iou,reference,difference</source>
        <translation>nuage,ombre,précision,matrice de confusion,kappa,validation,scl,sen2cor,f1,iou,référence,différence</translation>
    </message>
    <message>
        <source>{pixels} pixels: overall accuracy {overall}, balanced accuracy {balanced}, kappa {kappa}</source>
        <translation>{pixels} pixels : précision globale {overall}, précision équilibrée {balanced}, kappa {kappa}</translation>
    </message>
    <message>
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Annulé ; aucun fichier inachevé n'a été laissé.</translation>
    </message>
    <message>
        <source>Choose a reference: either a raster, or an L2A product for its scene classification.</source>
        <translation>Choisir une référence : soit un raster, soit un produit L2A pour sa classification de scène.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Reference raster</source>
        <translation>Raster de référence</translation>
    </message>
    <message>
        <source>Another mask, labels, or a scene classification (SCL) of the same ground.</source>
        <translation>Un autre masque, des annotations ou une classification de scène (SCL) du même terrain.</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Produits Sentinel-2 ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Or the L2A product whose scene classification is the reference</source>
        <translation>Ou le produit L2A dont la classification de scène sert de référence</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip.</translation>
    </message>
    <message>
        <source>Classes to compare</source>
        <translation>Classes à comparer</translation>
    </message>
    <message>
        <source>Merge classes that one of the two does not tell apart.</source>
        <translation>Fusionner les classes que l'un des deux ne distingue pas.</translation>
    </message>
    <message>
        <source>auto: scl where the file is named so, otherwise mask.</source>
        <translation>auto : scl si le fichier est nommé ainsi, sinon mask.</translation>
    </message>
    <message>
        <source>Such as 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow.</source>
        <translation>Par exemple 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow.</translation>
    </message>
    <message>
        <source>Values of the reference</source>
        <translation>Valeurs de la référence</translation>
    </message>
    <message>
        <source>Own list of the reference&apos;s values (empty: as chosen above)</source>
        <translation>Liste personnalisée des valeurs de la référence (vide : comme choisi ci-dessus)</translation>
    </message>
    <message>
        <source>Values of the mask</source>
        <translation>Valeurs du masque</translation>
    </message>
    <message>
        <source>Own list of the mask&apos;s values (empty: as chosen above)</source>
        <translation>Liste personnalisée des valeurs du masque (vide : comme choisi ci-dessus)</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>Report of the comparison</source>
        <translation>Rapport de la comparaison</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matrice de confusion</translation>
    </message>
    <message>
        <source>Accuracy per class</source>
        <translation>Précision par classe</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Pixels comparés</translation>
    </message>
    <message>
        <source>Overall accuracy (0 to 1)</source>
        <translation>Précision globale (0 à 1)</translation>
    </message>
    <message>
        <source>Balanced accuracy (0 to 1)</source>
        <translation>Précision équilibrée (0 à 1)</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa (up to 1)</source>
        <translation>Kappa de Cohen (au plus 1)</translation>
    </message>
    <message>
        <source>Mean intersection over union (0 to 1)</source>
        <translation>Moyenne de l'intersection sur union (0 à 1)</translation>
    </message>
</context>
<context>
    <name>ComparisonReport</name>
    <message>
        <source>Comparison of a cloud mask</source>
        <translation>Comparaison d'un masque de nuages</translation>
    </message>
    <message>
        <source>{pixels} ({percent} of the mask&apos;s pixels with data)</source>
        <translation>{pixels} ({percent} des pixels du masque avec des données)</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Pixels compared</source>
        <translation>Pixels comparés</translation>
    </message>
    <message>
        <source>Overall accuracy</source>
        <translation>Précision globale</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Précision équilibrée</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Kappa de Cohen</translation>
    </message>
    <message>
        <source>Mean intersection over union</source>
        <translation>Moyenne de l'intersection sur union</translation>
    </message>
    <message>
        <source>Cloud and shadow of the reference that the mask calls clear</source>
        <translation>Nuages et ombres de la référence que le masque dit dégagés</translation>
    </message>
    <message>
        <source>Clear ground of the reference that the mask calls cloud or shadow</source>
        <translation>Terrain dégagé de la référence que le masque dit nuage ou ombre</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (precision): share of the mask&apos;s pixels of a class that the reference confirms. Producer&apos;s accuracy (recall): share of the reference&apos;s pixels of a class that the mask has found. F1: harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced accuracy: mean of the producer&apos;s accuracies of the classes that the reference has. A dash stands where there is nothing to divide by. Only pixels with data in both count; where grids differ, the reference was placed on the mask&apos;s by its nearest pixels.</source>
        <translation>Précision de l'utilisateur : part des pixels d'une classe du masque que la référence confirme. Précision du producteur (rappel) : part des pixels d'une classe de la référence que le masque a trouvés. F1 : moyenne harmonique des deux. IoU : pixels de la classe dans les deux, divisés par ceux dans l'un ou les deux. Précision équilibrée : moyenne des précisions du producteur pour les classes présentes dans la référence. Un tiret figure là où il n'y a rien par quoi diviser. Seuls comptent les pixels avec des données dans les deux ; si les grilles diffèrent, la référence a été placée sur celle du masque par ses pixels les plus proches.</translation>
    </message>
    <message>
        <source>Reference ↓&lt;br&gt;Mask →</source>
        <translation>Référence ↓&lt;br&gt;Masque →</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Producer&apos;s accuracy</source>
        <translation>Précision du producteur</translation>
    </message>
    <message>
        <source>User&apos;s accuracy</source>
        <translation>Précision de l'utilisateur</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
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
        <translation>Pixels dans le masque</translation>
    </message>
    <message>
        <source>Pixels in the reference</source>
        <translation>Pixels dans la référence</translation>
    </message>
    <message>
        <source>Pixels in both</source>
        <translation>Pixels dans les deux</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matrice de confusion</translation>
    </message>
    <message>
        <source>Pixels, and their share of the row. Green: both agree. Red: they do not.</source>
        <translation>Pixels et leur part de la ligne. Vert : les deux concordent. Rouge : ils diffèrent.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
</context>
<context>
    <name>Composite</name>
    <message>
        <source>Cloud-free composite</source>
        <translation>Composite sans nuages</translation>
    </message>
    <message>
        <source>cloud,mosaic,median,best pixel,composite,time series,sentinel-2,s2</source>
        <translation>nuage,mosaïque,médiane,meilleur pixel,composite,série temporelle,sentinel-2,s2</translation>
    </message>
    <message>
        <source>Scenes of one ground</source>
        <translation>Scènes d'un même terrain</translation>
    </message>
    <message>
        <source>Rasters with the same bands in the same order; the first one gives the grid of the result.</source>
        <translation>Rasters avec les mêmes bandes dans le même ordre ; le premier donne la grille du résultat.</translation>
    </message>
    <message>
        <source>Their cloud masks</source>
        <translation>Leurs masques de nuages</translation>
    </message>
    <message>
        <source>One for each scene; without them, all pixels with data are taken as clear.</source>
        <translation>Un par scène ; sans eux, tous les pixels avec des données sont considérés comme dégagés.</translation>
    </message>
    <message>
        <source>What is taken of the clear observations</source>
        <translation>Ce qui est retenu des observations dégagées</translation>
    </message>
    <message>
        <source>median: of each band. newest, clearest: the pixel of one scene, in this order of preference.</source>
        <translation>median : de chaque bande. newest, clearest : le pixel d'une seule scène, dans cet ordre de préférence.</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Composite</translation>
    </message>
    <message>
        <source>Pixels that were seen clear (percent)</source>
        <translation>Pixels vus dégagés (pourcentage)</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>{name} in both</source>
        <translation>{name} dans les deux</translation>
    </message>
    <message>
        <source>{name}, missed by the mask</source>
        <translation>{name}, manqué par le masque</translation>
    </message>
    <message>
        <source>{name}, only in the mask</source>
        <translation>{name}, seulement dans le masque</translation>
    </message>
    <message>
        <source>{reference} (mask: {mask})</source>
        <translation>{reference} (masque : {mask})</translation>
    </message>
</context>
<context>
    <name>ExampleModels</name>
    <message>
        <source>Edit a Copy in the Model Designer…</source>
        <translation>Éditer une copie dans le modeleur…</translation>
    </message>
</context>
<context>
    <name>FetchRun</name>
    <message>
        <source>The folder {folder} cannot be written ({reason}).</source>
        <translation>Impossible d'écrire dans le dossier {folder} ({reason}).</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Masking</source>
        <translation>Masquage</translation>
    </message>
    <message>
        <source>Using masks</source>
        <translation>Utilisation des masques</translation>
    </message>
    <message>
        <source>Judging masks</source>
        <translation>Évaluation des masques</translation>
    </message>
    <message>
        <source>Example models</source>
        <translation>Exemples de modèles</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Cloud masks for Sentinel-2: guide</source>
        <translation>Masques de nuages pour Sentinel-2 : guide</translation>
    </message>
</context>
<context>
    <name>InstallDialog</name>
    <message>
        <source>Empty: from the internet</source>
        <translation>Vide : depuis Internet</translation>
    </message>
    <message>
        <source>models</source>
        <translation>modèles</translation>
    </message>
    <message>
        <source>Looking at what is there…</source>
        <translation>Examen de ce qui est présent…</translation>
    </message>
    <message>
        <source>Missing: &lt;b&gt;{names}&lt;/b&gt;. Fetch installs what you see below, for CloudS2Mask alone.</source>
        <translation>Il manque : &lt;b&gt;{names}&lt;/b&gt;. Télécharger installe ce qui figure ci-dessous, pour CloudS2Mask seul.</translation>
    </message>
    <message>
        <source>Everything that CloudS2Mask needs is there.</source>
        <translation>Tout ce dont CloudS2Mask a besoin est présent.</translation>
    </message>
    <message>
        <source>about {download} MB to download, {disk} MB on disk</source>
        <translation>environ {download} Mo à télécharger, {disk} Mo sur le disque</translation>
    </message>
    <message>
        <source>nothing to download</source>
        <translation>rien à télécharger</translation>
    </message>
    <message>
        <source>{size}, to fetch it again</source>
        <translation>{size}, pour tout télécharger à nouveau</translation>
    </message>
    <message>
        <source>Fe&amp;tch</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>Fe&amp;tch again</source>
        <translation>&amp;Télécharger à nouveau</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Il ne manque rien</translation>
    </message>
    <message>
        <source>No packages have been fetched into this profile</source>
        <translation>Aucun paquet n'a été téléchargé dans ce profil</translation>
    </message>
    <message>
        <source>Close and keep fetching</source>
        <translation>Fermer et continuer à télécharger</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The diagnostics are in the clipboard: paste them into a bug report.</source>
        <translation>Le diagnostic est dans le presse-papiers : le coller dans un rapport de bogue.</translation>
    </message>
    <message>
        <source>Fetching the packages…</source>
        <translation>Téléchargement des paquets…</translation>
    </message>
    <message>
        <source>Fetching what converts the models; it is removed afterwards…</source>
        <translation>Téléchargement de ce qui convertit les modèles ; supprimé ensuite…</translation>
    </message>
    <message>
        <source>Fetching the models…</source>
        <translation>Téléchargement des modèles…</translation>
    </message>
    <message>
        <source>Converting the models; this takes a minute…</source>
        <translation>Conversion des modèles ; cela prend une minute…</translation>
    </message>
    <message>
        <source>Nothing unfinished is left. If the network is the reason, look at the proxy in QGIS&apos;s options (Network), or take the packages from a folder.</source>
        <translation>Rien d'inachevé ne reste. Si le réseau est en cause, vérifier le proxy dans les options de QGIS (Réseau), ou prendre les paquets dans un dossier.</translation>
    </message>
    <message>
        <source>Cancelled; nothing unfinished is left.</source>
        <translation>Annulé ; rien d'inachevé ne reste.</translation>
    </message>
    <message>
        <source>Done: masks can be made.</source>
        <translation>Terminé : tout est prêt pour créer des masques.</translation>
    </message>
    <message>
        <source>Remove the packages that were fetched for CloudS2Mask?</source>
        <translation>Supprimer les paquets téléchargés pour CloudS2Mask ?</translation>
    </message>
    <message>
        <source>Remove the models too; other profiles and the command line share them</source>
        <translation>Supprimer aussi les modèles, partagés avec les autres profils et la ligne de commande</translation>
    </message>
    <message>
        <source>Removed. What QGIS has loaded already goes when it is restarted.</source>
        <translation>Supprimé. Ce que QGIS a déjà chargé disparaîtra à son redémarrage.</translation>
    </message>
    <message>
        <source>CloudS2Mask: packages and models</source>
        <translation>CloudS2Mask : paquets et modèles</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Packages in</source>
        <translation>Paquets dans</translation>
    </message>
    <message>
        <source>In the profile of QGIS, outside the plugin: updates of the plugin leave it, and QGIS&apos;s own packages stay as they are</source>
        <translation>Dans le profil de QGIS, hors de l'extension : les mises à jour de l'extension n'y touchent pas, et les paquets de QGIS restent tels quels</translation>
    </message>
    <message>
        <source>Models in</source>
        <translation>Modèles dans</translation>
    </message>
    <message>
        <source>Shared by all profiles and the command line</source>
        <translation>Partagés entre tous les profils et la ligne de commande</translation>
    </message>
    <message>
        <source>Take from &amp;folder</source>
        <translation>Prendre dans le &amp;dossier</translation>
    </message>
    <message>
        <source>Without an internet connection: a folder of wheels that pip has downloaded on another computer</source>
        <translation>Sans connexion Internet : un dossier de wheels que pip a téléchargées sur un autre ordinateur</translation>
    </message>
    <message>
        <source>For the &amp;NVIDIA GPU (a much larger download)</source>
        <translation>Pour le GPU &amp;NVIDIA (téléchargement bien plus volumineux)</translation>
    </message>
    <message>
        <source>onnxruntime-gpu with CUDA and cuDNN, for a recent driver; without it, or where it fails, the processor makes the masks</source>
        <translation>onnxruntime-gpu avec CUDA et cuDNN, pour un pilote récent ; sans lui, ou s'il échoue, le processeur fait les masques</translation>
    </message>
    <message>
        <source>The commands that will be run, then what they print</source>
        <translation>Les commandes qui seront exécutées, puis ce qu'elles affichent</translation>
    </message>
    <message>
        <source>No command is needed.</source>
        <translation>Aucune commande n'est nécessaire.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Copy &amp;log</source>
        <translation>Copier le &amp;journal</translation>
    </message>
    <message>
        <source>Copy the commands and what they printed</source>
        <translation>Copier les commandes et ce qu'elles ont affiché</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>Copier le dia&amp;gnostic</translation>
    </message>
    <message>
        <source>Copy versions, devices, folders, models and the last error, for a bug report</source>
        <translation>Copier versions, périphériques, dossiers, modèles et dernière erreur, pour un rapport de bogue</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
</context>
<context>
    <name>MaskAlgorithm</name>
    <message>
        <source>Resolution of the mask (metres)</source>
        <translation>Résolution du masque (mètres)</translation>
    </message>
    <message>
        <source>A whole number from 10 to 60. The models are best at 20.</source>
        <translation>Un nombre entier de 10 à 60. Les modèles sont les meilleurs à 20.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>auto: the one for the product&apos;s level and the resolution.</source>
        <translation>auto : celui qui convient au niveau du produit et à la résolution.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>auto: the fastest that ONNX Runtime offers here.</source>
        <translation>auto : le plus rapide qu'ONNX Runtime propose ici.</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Tampon autour des nuages et des ombres (mètres)</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground.</source>
        <translation>Nuages et ombres s'étendent de cette distance sur le terrain dégagé.</translation>
    </message>
    <message>
        <source>Cancelled; no unfinished mask was left behind.</source>
        <translation>Annulé ; aucun masque inachevé n'a été laissé.</translation>
    </message>
    <message>
        <source>Patch placement</source>
        <translation>Placement des imagettes</translation>
    </message>
    <message>
        <source>How patches are laid over the scene. upstream: exactly as CloudS2Mask does.</source>
        <translation>Disposition des imagettes sur la scène. upstream : exactement comme CloudS2Mask.</translation>
    </message>
    <message>
        <source>Patch size (pixels; empty: the model&apos;s)</source>
        <translation>Taille des imagettes (pixels ; vide : celle du modèle)</translation>
    </message>
    <message>
        <source>Least overlap of patches (pixels; empty: the model&apos;s)</source>
        <translation>Recouvrement minimal des imagettes (pixels ; vide : celui du modèle)</translation>
    </message>
    <message>
        <source>Patches per batch (empty: what suits the device)</source>
        <translation>Imagettes par lot (vide : selon le périphérique)</translation>
    </message>
    <message>
        <source>Compression of the mask file</source>
        <translation>Compression du fichier de masque</translation>
    </message>
    <message>
        <source>All are lossless.</source>
        <translation>Toutes sont sans perte.</translation>
    </message>
    <message>
        <source>no valid pixel</source>
        <translation>aucun pixel valide</translation>
    </message>
    <message>
        <source>clear {clear:.1f} %, cloud {cloud:.1f} %, shadow {shadow:.1f} %</source>
        <translation>dégagé {clear:.1f} %, nuage {cloud:.1f} %, ombre {shadow:.1f} %</translation>
    </message>
    <message>
        <source>{model} on {provider}, {seconds:.1f} s</source>
        <translation>{model} sur {provider}, {seconds:.1f} s</translation>
    </message>
    <message>
        <source>the mask was there already</source>
        <translation>le masque existait déjà</translation>
    </message>
    <message>
        <source>Give an extent or a layer of polygons as the area of interest, not both.</source>
        <translation>Donner une emprise ou une couche de polygones comme zone d'intérêt, pas les deux.</translation>
    </message>
    <message>
        <source>Area of interest: extent</source>
        <translation>Zone d'intérêt : emprise</translation>
    </message>
    <message>
        <source>Only this ground is masked. Empty: all of it, or the polygons below.</source>
        <translation>Seul ce terrain est masqué. Vide : en totalité, ou les polygones ci-dessous.</translation>
    </message>
    <message>
        <source>Area of interest: polygons</source>
        <translation>Zone d'intérêt : polygones</translation>
    </message>
    <message>
        <source>Only the ground inside these polygons is masked. Goes without an extent.</source>
        <translation>Seul le terrain à l'intérieur de ces polygones est masqué. S'utilise sans emprise.</translation>
    </message>
    <message>
        <source>The extent</source>
        <translation>L'emprise</translation>
    </message>
</context>
<context>
    <name>MaskClass</name>
    <message>
        <source>Clear</source>
        <translation>Dégagé</translation>
    </message>
    <message>
        <source>Thick cloud</source>
        <translation>Nuage épais</translation>
    </message>
    <message>
        <source>Thin cloud</source>
        <translation>Nuage fin</translation>
    </message>
    <message>
        <source>Cloud shadow</source>
        <translation>Ombre de nuage</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
    <message>
        <source>Cloud or shadow</source>
        <translation>Nuage ou ombre</translation>
    </message>
</context>
<context>
    <name>MaskDialog</name>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Annulation</translation>
    </message>
    <message>
        <source>Add .SAFE folders</source>
        <translation>Ajouter des dossiers .SAFE</translation>
    </message>
    <message>
        <source>Add all products in a folder</source>
        <translation>Ajouter tous les produits d'un dossier</translation>
    </message>
    <message>
        <source>Add zipped products</source>
        <translation>Ajouter des produits zippés</translation>
    </message>
    <message>
        <source>Zipped products (*.zip)</source>
        <translation>Produits zippés (*.zip)</translation>
    </message>
    <message>
        <source>Take the selected products out of the list</source>
        <translation>Retirer de la liste les produits sélectionnés</translation>
    </message>
    <message>
        <source>Select products first</source>
        <translation>Sélectionner d'abord des produits</translation>
    </message>
    <message>
        <source>Mask all products that can be used</source>
        <translation>Masquer tous les produits utilisables</translation>
    </message>
    <message>
        <source>Close and keep running</source>
        <translation>Fermer et continuer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>Une exécution est en cours.</translation>
    </message>
    <message>
        <source>The installation is being checked.</source>
        <translation>L'installation est en cours de vérification.</translation>
    </message>
    <message>
        <source>Something is missing: see the top of this window.</source>
        <translation>Il manque quelque chose : voir en haut de cette fenêtre.</translation>
    </message>
    <message>
        <source>Products are still being read.</source>
        <translation>Des produits sont encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Ajouter au moins un produit.</translation>
    </message>
    <message>
        <source>None of the products can be used; the status column says why.</source>
        <translation>Aucun des produits n'est utilisable ; la colonne État dit pourquoi.</translation>
    </message>
    <message>
        <source>Products: {total}</source>
        <translation>Produits : {total}</translation>
    </message>
    <message>
        <source>, of which {count} cannot be used</source>
        <translation>, dont {count} inutilisables</translation>
    </message>
    <message>
        <source> (reading)</source>
        <translation> (lecture)</translation>
    </message>
    <message>
        <source>Masks made: {done}</source>
        <translation>Masques créés : {done}</translation>
    </message>
    <message>
        <source>, failed: {count}</source>
        <translation>, échecs : {count}</translation>
    </message>
    <message>
        <source>Cancelled. {done}</source>
        <translation>Annulé. {done}</translation>
    </message>
    <message>
        <source>Cloud masks for Sentinel-2</source>
        <translation>Masques de nuages pour Sentinel-2</translation>
    </message>
    <message>
        <source>Copy the commands to the clipboard, to run them in a terminal</source>
        <translation>Copier les commandes dans le presse-papiers, pour les exécuter dans un terminal</translation>
    </message>
    <message>
        <source>Adds Sentinel-2 products as they are unpacked: folders whose name ends in .SAFE, of level 1C or 2A. Several can be chosen at once; they can be dropped on the list as well.</source>
        <translation>Ajoute des produits Sentinel-2 décompressés : des dossiers dont le nom finit par .SAFE, de niveau 1C ou 2A. On peut en choisir plusieurs à la fois, ou les déposer sur la liste.</translation>
    </message>
    <message>
        <source>Choose one or more .SAFE folders</source>
        <translation>Choisir un ou plusieurs dossiers .SAFE</translation>
    </message>
    <message>
        <source>Add &amp;folders…</source>
        <translation>Ajouter des &amp;dossiers…</translation>
    </message>
    <message>
        <source>Looks for .SAFE folders and .zip archives in a folder and in all folders below it, and adds every one.</source>
        <translation>Cherche les dossiers .SAFE et les archives .zip dans un dossier et tous ses sous-dossiers, et les ajoute tous.</translation>
    </message>
    <message>
        <source>Choose a folder; all products in it and below it are added</source>
        <translation>Choisir un dossier ; tous les produits qu'il contient, sous-dossiers compris, sont ajoutés</translation>
    </message>
    <message>
        <source>Add &amp;all in a folder…</source>
        <translation>Ajouter &amp;tout un dossier…</translation>
    </message>
    <message>
        <source>Adds products as they were downloaded. Archives are read in place and are not unpacked on the disk.</source>
        <translation>Ajoute des produits tels que téléchargés. Les archives sont lues sur place et ne sont pas décompressées sur le disque.</translation>
    </message>
    <message>
        <source>Choose .zip archives; they are read in place</source>
        <translation>Choisir des archives .zip ; elles sont lues sur place</translation>
    </message>
    <message>
        <source>Add &amp;zips…</source>
        <translation>Ajouter des zi&amp;ps…</translation>
    </message>
    <message>
        <source>Takes the selected products out of the list. Nothing is deleted from the disk.</source>
        <translation>Retire de la liste les produits sélectionnés. Rien n'est effacé du disque.</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>R&amp;etirer</translation>
    </message>
    <message>
        <source>How much of all scenes is done, and how long the rest will take, once that can be known.</source>
        <translation>Ce qui est fait de l'ensemble des scènes, et le temps restant dès qu'il peut être connu.</translation>
    </message>
    <message>
        <source>Masks all products of the list that can be used, one after the other, in the background. QGIS can be used meanwhile.</source>
        <translation>Masque tous les produits utilisables de la liste, l'un après l'autre, en arrière-plan. QGIS reste utilisable pendant ce temps.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>Stops the run after the work at hand. Masks that are complete stay; nothing half-written is left.</source>
        <translation>Arrête l'exécution après l'étape en cours. Les masques complets restent ; rien d'inachevé n'est laissé.</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Closes this window. A run goes on: its progress is in the task manager at the bottom of QGIS, and here when this window is opened again.</source>
        <translation>Ferme cette fenêtre. Une exécution continue : sa progression est dans le gestionnaire de tâches en bas de QGIS, et ici quand la fenêtre est rouverte.</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Ouvrir le guide (F1)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>Compare the scenes of the last run: clear shares by date, as a table and a chart</source>
        <translation>Comparer les scènes de la dernière exécution : parts dégagées par date, en tableau et en graphique</translation>
    </message>
    <message>
        <source>Mask products first; then their dates can be compared here</source>
        <translation>Masquer d'abord des produits ; leurs dates peuvent ensuite être comparées ici</translation>
    </message>
    <message>
        <source>, skipped: {count}</source>
        <translation>, ignorés : {count}</translation>
    </message>
    <message>
        <source>Fetch what is missin&amp;g…</source>
        <translation>Téléchar&amp;ger ce qui manque…</translation>
    </message>
    <message>
        <source>Compares the scenes of the last run: how much of each date is clear, as a table and a chart that lead to the map.</source>
        <translation>Compare les scènes de la dernière exécution : ce qui est dégagé à chaque date, en tableau et en graphique qui mènent à la carte.</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>&amp;Saison…</translation>
    </message>
</context>
<context>
    <name>MaskLayers</name>
    <message>
        <source>Clouds, {res} m, {model}</source>
        <translation>Nuages, {res} m, {model}</translation>
    </message>
    <message>
        <source>Natural colour, {res} m</source>
        <translation>Couleurs naturelles, {res} m</translation>
    </message>
</context>
<context>
    <name>MaskRaster</name>
    <message>
        <source>Mask clouds in a raster layer</source>
        <translation>Masquer les nuages d'une couche raster</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,stac,cog,vrt,stack,multiband,reflectance,s2</source>
        <translation>nuage,ombre,masque,sentinel-2,stac,cog,vrt,pile,multibande,réflectance,s2</translation>
    </message>
    <message>
        <source>Raster layer with bands of Sentinel-2</source>
        <translation>Couche raster avec des bandes de Sentinel-2</translation>
    </message>
    <message>
        <source>All bands of one date in one raster: north up, with square pixels in metres.</source>
        <translation>Toutes les bandes d'une date dans un seul raster : nord en haut, pixels carrés en mètres.</translation>
    </message>
    <message>
        <source>Processing level</source>
        <translation>Niveau de traitement</translation>
    </message>
    <message>
        <source>L2A: reflectance at the surface. L1C: reflectance at the top of the atmosphere.</source>
        <translation>L2A : réflectance de surface. L1C : réflectance au sommet de l'atmosphère.</translation>
    </message>
    <message>
        <source>Blue, B02 (empty: by its name)</source>
        <translation>Bleu, B02 (vide : d'après son nom)</translation>
    </message>
    <message>
        <source>Green, B03 (empty: by its name)</source>
        <translation>Vert, B03 (vide : d'après son nom)</translation>
    </message>
    <message>
        <source>Red, B04 (empty: by its name)</source>
        <translation>Rouge, B04 (vide : d'après son nom)</translation>
    </message>
    <message>
        <source>Near infrared, B08 (empty: by its name)</source>
        <translation>Proche infrarouge, B08 (vide : d'après son nom)</translation>
    </message>
    <message>
        <source>Short-wave infrared 1, B11 (empty: by its name, or none)</source>
        <translation>Infrarouge à ondes courtes 1, B11 (vide : d'après son nom, ou aucune)</translation>
    </message>
    <message>
        <source>Short-wave infrared 2, B12 (empty: by its name, or none)</source>
        <translation>Infrarouge à ondes courtes 2, B12 (vide : d'après son nom, ou aucune)</translation>
    </message>
    <message>
        <source>Empty: the band whose name says so, such as B02 or blue.</source>
        <translation>Vide : la bande dont le nom l'indique, comme B02 ou blue.</translation>
    </message>
    <message>
        <source>Scale (empty: the raster&apos;s)</source>
        <translation>Échelle (vide : celle du raster)</translation>
    </message>
    <message>
        <source>Reflectance = value x scale + offset. Files of whole numbers mostly have 0.0001.</source>
        <translation>Réflectance = valeur x échelle + décalage. Les fichiers de nombres entiers ont le plus souvent 0.0001.</translation>
    </message>
    <message>
        <source>Offset (empty: the raster&apos;s)</source>
        <translation>Décalage (vide : celui du raster)</translation>
    </message>
    <message>
        <source>In reflectance: -0.1 for numbers as in products of baseline 04.00 and later, otherwise 0.</source>
        <translation>En réflectance : -0.1 pour des nombres comme dans les produits de baseline 04.00 et suivantes, sinon 0.</translation>
    </message>
    <message>
        <source>Value without data (empty: the raster&apos;s)</source>
        <translation>Valeur sans données (vide : celle du raster)</translation>
    </message>
    <message>
        <source>Where blue, green or red has it, the mask has no data.</source>
        <translation>Là où le bleu, le vert ou le rouge l'ont, le masque est sans données.</translation>
    </message>
    <message>
        <source>Acquisition time, UTC (empty: the layer&apos;s)</source>
        <translation>Date d'acquisition, UTC (vide : celle de la couche)</translation>
    </message>
    <message>
        <source>When the mask is shown in the temporal controller.</source>
        <translation>Moment où le masque est affiché dans le contrôleur temporel.</translation>
    </message>
    <message>
        <source>Resolution of the mask (metres; empty: the raster&apos;s)</source>
        <translation>Résolution du masque (mètres ; vide : celle du raster)</translation>
    </message>
    <message>
        <source>The models work at 10 to 40 metres and are best at 20.</source>
        <translation>Les modèles travaillent de 10 à 40 mètres et sont les meilleurs à 20.</translation>
    </message>
</context>
<context>
    <name>MaskRun</name>
    <message>
        <source>Cloud masks</source>
        <translation>Masques de nuages</translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation>Non masqué</translation>
    </message>
    <message>
        <source>{count} products could not be masked.</source>
        <translation>{count} produits n'ont pas pu être masqués.</translation>
    </message>
    <message>
        <source>The project was closed meanwhile; the masks are in {folder}.</source>
        <translation>Le projet a été fermé entre-temps ; les masques sont dans {folder}.</translation>
    </message>
    <message>
        <source>Masks added to the map: {count}.</source>
        <translation>Masques ajoutés à la carte : {count}.</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest.</source>
        <translation>Aucun des produits ne touche la zone d'intérêt.</translation>
    </message>
    <message>
        <source> Skipped, because they do not touch the area of interest: {count}.</source>
        <translation> Ignorés, car ils ne touchent pas la zone d'intérêt : {count}.</translation>
    </message>
    <message>
        <source>Scenes with less than {percent:.0f} % clear, left off the map: {count}.</source>
        <translation>Scènes dégagées à moins de {percent:.0f} %, non ajoutées à la carte : {count}.</translation>
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
        <translation>Masquer les nuages d'un produit Sentinel-2</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite</source>
        <translation>nuage,ombre,masque,sentinel-2,SAFE,onnx,unet,s2,cirrus,satellite</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Produits Sentinel-2 ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Produit Sentinel-2</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip.</translation>
    </message>
    <message>
        <source>No product was given.</source>
        <translation>Aucun produit n'a été donné.</translation>
    </message>
    <message>
        <source>Write a natural-colour layer (VRT) beside the mask</source>
        <translation>Écrire une couche en couleurs naturelles (VRT) à côté du masque</translation>
    </message>
    <message>
        <source>Natural-colour layer</source>
        <translation>Couche en couleurs naturelles</translation>
    </message>
</context>
<context>
    <name>MaskScenes</name>
    <message>
        <source>Mask clouds in several Sentinel-2 products</source>
        <translation>Masquer les nuages de plusieurs produits Sentinel-2</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,SAFE,onnx,unet,s2,batch,series,satellite</source>
        <translation>nuage,ombre,masque,sentinel-2,SAFE,onnx,unet,s2,lot,série,satellite</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Dossier de produits</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in it and below it are masked.</source>
        <translation>Tous les dossiers .SAFE et archives .zip qu'il contient, sous-dossiers compris, sont masqués.</translation>
    </message>
    <message>
        <source>Single products</source>
        <translation>Produits individuels</translation>
    </message>
    <message>
        <source>Metadata files (MTD_MSI*.xml), .SAFE folders or .zip archives.</source>
        <translation>Fichiers de métadonnées (MTD_MSI*.xml), dossiers .SAFE ou archives .zip.</translation>
    </message>
    <message>
        <source>Write natural-colour layers (VRT)</source>
        <translation>Écrire des couches en couleurs naturelles (VRT)</translation>
    </message>
    <message>
        <source>Write style files (QML)</source>
        <translation>Écrire des fichiers de style (QML)</translation>
    </message>
    <message>
        <source>Replace existing masks</source>
        <translation>Remplacer les masques existants</translation>
    </message>
    <message>
        <source>Open the masks when done</source>
        <translation>Ouvrir les masques à la fin</translation>
    </message>
    <message>
        <source>Folder for the masks</source>
        <translation>Dossier des masques</translation>
    </message>
    <message>
        <source>Shares of cloud and shadow</source>
        <translation>Parts de nuage et d'ombre</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Masques de nuages</translation>
    </message>
    <message>
        <source>Products masked</source>
        <translation>Produits masqués</translation>
    </message>
    <message>
        <source>Products that failed</source>
        <translation>Produits en échec</translation>
    </message>
    <message>
        <source>None of the products could be masked; the reasons are above.</source>
        <translation>Aucun des produits n'a pu être masqué ; les raisons sont indiquées plus haut.</translation>
    </message>
    <message>
        <source>{folder} holds no Sentinel-2 product, neither a .SAFE folder nor a .zip archive.</source>
        <translation>{folder} ne contient aucun produit Sentinel-2, ni dossier .SAFE ni archive .zip.</translation>
    </message>
    <message>
        <source>Choose a folder of products, or at least one product.</source>
        <translation>Choisir un dossier de produits, ou au moins un produit.</translation>
    </message>
    <message>
        <source>Report with pictures</source>
        <translation>Rapport avec images</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>Chart, table and a picture of each scene as one page for a web browser.</source>
        <translation>Graphique, tableau et image de chaque scène, en une page pour navigateur web.</translation>
    </message>
    <message>
        <source>Natural-colour layers</source>
        <translation>Couches en couleurs naturelles</translation>
    </message>
    <message>
        <source>Products that do not touch the area of interest</source>
        <translation>Produits qui ne touchent pas la zone d'intérêt</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest.</source>
        <translation>Aucun des produits ne touche la zone d'intérêt.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>Cancelled; no unfinished report was left behind.</source>
        <translation>Annulé ; aucun rapport inachevé n'a été laissé.</translation>
    </message>
</context>
<context>
    <name>MaskTask</name>
    <message>
        <source>An unexpected error stopped the run ({error}). The log panel has the details.</source>
        <translation>Une erreur inattendue a arrêté l'exécution ({error}). Le journal des messages donne les détails.</translation>
    </message>
    <message>
        <source>Cloud mask of {product}</source>
        <translation>Masque de nuages de {product}</translation>
    </message>
    <message>
        <source>Cloud masks of {count} products</source>
        <translation>Masques de nuages de {count} produits</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Dossier des masques</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged; prepare the models again</source>
        <translation>Le fichier du modèle {model} est endommagé ; préparer à nouveau les modèles</translation>
    </message>
    <message>
        <source>The model {model} has not been prepared yet</source>
        <translation>Le modèle {model} n'a pas encore été préparé</translation>
    </message>
    <message>
        <source>Choose an output folder.</source>
        <translation>Choisir un dossier de sortie.</translation>
    </message>
    <message>
        <source>The output folder has to be a full path.</source>
        <translation>Le dossier de sortie doit être un chemin complet.</translation>
    </message>
    <message>
        <source>The output folder does not exist.</source>
        <translation>Le dossier de sortie n'existe pas.</translation>
    </message>
    <message>
        <source>not prepared</source>
        <translation>non préparé</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Automatic, by level and resolution</source>
        <translation>Automatique, selon le niveau et la résolution</translation>
    </message>
    <message>
        <source>Offset grid, optimised</source>
        <translation>Grille décalée, optimisée</translation>
    </message>
    <message>
        <source>Plain grid</source>
        <translation>Grille simple</translation>
    </message>
    <message>
        <source>As CloudS2Mask places them</source>
        <translation>Comme les place CloudS2Mask</translation>
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
        <translation>Sans</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Résolution</translation>
    </message>
    <message>
        <source>Pixels of 20 m: the resolution at which the networks are best, and the fastest of the usual ones.</source>
        <translation>Pixels de 20 m : la résolution où les réseaux sont les meilleurs, et la plus rapide des résolutions usuelles.</translation>
    </message>
    <message>
        <source>Fast, and the resolution at which the models are best</source>
        <translation>Rapide, et la résolution où les modèles sont les meilleurs</translation>
    </message>
    <message>
        <source>20 m</source>
        <translation>20 m</translation>
    </message>
    <message>
        <source>Pixels of 10 m: the finest outlines, for about four times the work of 20 m.</source>
        <translation>Pixels de 10 m : les contours les plus fins, pour environ quatre fois le travail de 20 m.</translation>
    </message>
    <message>
        <source>Finest outlines; about four times the work of 20 m</source>
        <translation>Contours les plus fins ; environ quatre fois le travail de 20 m</translation>
    </message>
    <message>
        <source>10 m</source>
        <translation>10 m</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. Where a network does not work at that resolution, it runs at the nearest one that it knows, and its result is resampled.</source>
        <translation>Un nombre entier de mètres de 10 à 60. Si un réseau ne travaille pas à cette résolution, il opère à la plus proche qu'il connaît, et son résultat est rééchantillonné.</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60</source>
        <translation>Un nombre entier de mètres de 10 à 60</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Pixel size of the masks, in metres</source>
        <translation>Taille de pixel des masques, en mètres</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>&amp;Output folder</source>
        <translation>D&amp;ossier de sortie</translation>
    </message>
    <message>
        <source>Each product gets a mask here, named after the product, the model and the resolution. A mask that is there already and was made with the same options is taken as done.</source>
        <translation>Chaque produit reçoit ici un masque, nommé d'après le produit, le modèle et la résolution. Un masque déjà présent et fait avec les mêmes options est considéré comme terminé.</translation>
    </message>
    <message>
        <source>Masks, their styles and the natural-colour layers are written here</source>
        <translation>Les masques, leurs styles et les couches en couleurs naturelles sont écrits ici</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>The network that finds the clouds. Automatic takes, for each product, the one for its level and the resolution. Networks with 6 bands tell snow from cloud; those with 4 bands have native pixels of 10 m.</source>
        <translation>Le réseau qui trouve les nuages. Automatique prend, pour chaque produit, celui qui convient à son niveau et à la résolution. Les réseaux à 6 bandes distinguent la neige des nuages ; ceux à 4 bandes ont des pixels natifs de 10 m.</translation>
    </message>
    <message>
        <source>The network that finds the clouds; automatic takes the one for each product&apos;s level and the resolution</source>
        <translation>Le réseau qui trouve les nuages ; automatique prend celui qui convient au niveau de chaque produit et à la résolution</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>Périp&amp;hérique</translation>
    </message>
    <message>
        <source>Where the network runs. Automatic takes the fastest that ONNX Runtime offers here. If a device fails, the processor goes on and the message says so.</source>
        <translation>Là où le réseau s'exécute. Automatique prend le plus rapide qu'ONNX Runtime propose ici. Si un périphérique échoue, le processeur continue et le message l'indique.</translation>
    </message>
    <message>
        <source>Where the network runs; automatic takes the fastest that works</source>
        <translation>Là où le réseau s'exécute ; automatique prend le plus rapide qui fonctionne</translation>
    </message>
    <message>
        <source>Advanced options</source>
        <translation>Options avancées</translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation>Tampo&amp;n</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground: their edges are thin, and a margin keeps what is half hidden out of later work.</source>
        <translation>Nuages et ombres s'étendent de cette distance sur le terrain dégagé : leurs bords sont fins, et une marge écarte de la suite du travail ce qui est à demi caché.</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear ground</source>
        <translation>Nuages et ombres s'étendent de cette distance sur le terrain dégagé</translation>
    </message>
    <message>
        <source>Com&amp;pression</source>
        <translation>&amp;Compression</translation>
    </message>
    <message>
        <source>How the mask file is compressed. All are lossless; Deflate can be read everywhere.</source>
        <translation>Compression du fichier de masque. Toutes sont sans perte ; Deflate se lit partout.</translation>
    </message>
    <message>
        <source>Compression of the mask file; lossless</source>
        <translation>Compression du fichier de masque ; sans perte</translation>
    </message>
    <message>
        <source>Patch &amp;size</source>
        <translation>Tai&amp;lle des imagettes</translation>
    </message>
    <message>
        <source>The network sees the scene in squares of this size, and what lies in a square has a part in each of its pixels. Automatic is the size that was found best for the model.</source>
        <translation>Le réseau voit la scène par carrés de cette taille, et ce qui se trouve dans un carré influe sur chacun de ses pixels. Automatique est la taille qui s'est révélée la meilleure pour le modèle.</translation>
    </message>
    <message>
        <source>Width and height of the squares that the network sees; larger ones need more memory</source>
        <translation>Largeur et hauteur des carrés que voit le réseau ; de plus grands demandent plus de mémoire</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Patch over&amp;lap</source>
        <translation>Recou&amp;vrement</translation>
    </message>
    <message>
        <source>Neighbouring squares overlap by at least this much, and are blended there, so that no seam shows.</source>
        <translation>Les carrés voisins se recouvrent d'au moins cette largeur et y sont fondus, pour qu'aucune couture n'apparaisse.</translation>
    </message>
    <message>
        <source>Least overlap of neighbouring patches, over which they are blended</source>
        <translation>Recouvrement minimal des imagettes voisines, sur lequel elles sont fondues</translation>
    </message>
    <message>
        <source>Patch p&amp;lacement</source>
        <translation>Placement des &amp;imagettes</translation>
    </message>
    <message>
        <source>The offset grid moves every second row, so that no pixel lies at the corner of all its squares. The last choice repeats the research library CloudS2Mask, to compare results.</source>
        <translation>La grille décalée déplace une ligne sur deux, pour qu'aucun pixel ne soit au coin de tous ses carrés. Le dernier choix reproduit la bibliothèque de recherche CloudS2Mask, pour comparer les résultats.</translation>
    </message>
    <message>
        <source>How patches are laid over the scene</source>
        <translation>Disposition des imagettes sur la scène</translation>
    </message>
    <message>
        <source>With this, masks in the output folder that were made with other options are replaced. Without it they are left alone and reported.</source>
        <translation>Si coché, les masques du dossier de sortie faits avec d'autres options sont remplacés. Sinon, ils sont laissés tels quels et signalés.</translation>
    </message>
    <message>
        <source>Without this, a mask of other options that is in the folder already is left alone and reported</source>
        <translation>Si non coché, un masque d'autres options déjà présent dans le dossier est laissé tel quel et signalé</translation>
    </message>
    <message>
        <source>Replace e&amp;xisting masks</source>
        <translation>Remplacer les mas&amp;ques existants</translation>
    </message>
    <message>
        <source>A small file beside the mask shows the bands of the product in natural colour. It holds no pixels itself: the product has to stay where it is.</source>
        <translation>Un petit fichier à côté du masque montre les bandes du produit en couleurs naturelles. Il ne contient pas de pixels : le produit doit rester à sa place.</translation>
    </message>
    <message>
        <source>Write a virtual raster of the bands, shown in natural colour below the mask</source>
        <translation>Écrire un raster virtuel des bandes, affiché en couleurs naturelles sous le masque</translation>
    </message>
    <message>
        <source>&amp;Natural-colour layer</source>
        <translation>Couche en couleurs nat&amp;urelles</translation>
    </message>
    <message>
        <source>Style files give a mask its colours and its legend when it is dragged into QGIS later. The layers that this run adds have their style anyway.</source>
        <translation>Les fichiers de style donnent au masque ses couleurs et sa légende quand il est glissé plus tard dans QGIS. Les couches ajoutées par cette exécution ont de toute façon leur style.</translation>
    </message>
    <message>
        <source>Write a QML file beside each raster, so that it has its style when it is dragged into QGIS</source>
        <translation>Écrire un fichier QML à côté de chaque raster, pour qu'il ait son style quand il est glissé dans QGIS</translation>
    </message>
    <message>
        <source>St&amp;yle files</source>
        <translation>&amp;Fichiers de style</translation>
    </message>
    <message>
        <source>Area of &amp;interest</source>
        <translation>&amp;Zone d'intérêt</translation>
    </message>
    <message>
        <source>Add &amp;to map</source>
        <translation>A&amp;jouter à la carte</translation>
    </message>
    <message>
        <source>All scenes are masked. Those with less clear ground than this stay off the map; the season window lists them with the others, and can add them after all.</source>
        <translation>Toutes les scènes sont masquées. Celles moins dégagées que ce seuil restent hors de la carte ; la fenêtre Saison les liste avec les autres et permet de les ajouter ensuite.</translation>
    </message>
    <message>
        <source>Scenes with less clear ground are masked too, but not added to the map; the season window lists them all</source>
        <translation>Les scènes moins dégagées sont masquées aussi, mais pas ajoutées à la carte ; la fenêtre Saison les liste toutes</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>Toutes les scènes</translation>
    </message>
    <message>
        <source>Scenes with at least </source>
        <translation>Scènes avec au moins </translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % dégagé</translation>
    </message>
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} comes from {provider}, so it is no raster file. Export its raw data as a GeoTIFF.</source>
        <translation>{layer} provient de {provider} et n&apos;est donc pas un fichier raster. Exporter ses données brutes en GeoTIFF.</translation>
    </message>
</context>
<context>
    <name>Requirements</name>
    <message>
        <source>Missing Python packages: {names}.</source>
        <translation>Paquets Python manquants : {names}.</translation>
    </message>
    <message>
        <source>Missing models: the networks that find clouds.</source>
        <translation>Modèles manquants : les réseaux qui trouvent les nuages.</translation>
    </message>
    <message>
        <source>The menu Raster &gt; CloudS2Mask &gt; Packages and models… fetches what is missing.</source>
        <translation>Le menu Raster &gt; CloudS2Mask &gt; Paquets et modèles… télécharge ce qui manque.</translation>
    </message>
</context>
<context>
    <name>SceneModel</name>
    <message>
        <source>Not masked</source>
        <translation>Non masqué</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>No valid pixel</source>
        <translation>Aucun pixel valide</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Dégagé {clear:.0f} %, nuage {cloud:.0f} %, ombre {shadow:.0f} %</translation>
    </message>
    <message>
        <source> (mask was there already)</source>
        <translation> (le masque existait déjà)</translation>
    </message>
    <message>
        <source>This product is in the list already, from another place</source>
        <translation>Ce produit est déjà dans la liste, depuis un autre emplacement</translation>
    </message>
</context>
<context>
    <name>SceneTable</name>
    <message>
        <source>Add Sentinel-2 products with the buttons above,
or drop .SAFE folders and zips here</source>
        <translation>Ajouter des produits Sentinel-2 avec les boutons ci-dessus,
ou déposer ici des dossiers .SAFE et des zips</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
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
        <translation>Aucun pixel valide</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Dégagé {clear:.0f} %, nuage {cloud:.0f} %, ombre {shadow:.0f} %</translation>
    </message>
    <message>
        <source>; {valid:.0f} % of the ground holds data</source>
        <translation>; {valid:.0f} % du terrain a des données</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Tile</source>
        <translation>Tuile</translation>
    </message>
    <message>
        <source>Satellite</source>
        <translation>Satellite</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Clear %</source>
        <translation>Dégagé %</translation>
    </message>
    <message>
        <source>Cloud %</source>
        <translation>Nuage %</translation>
    </message>
    <message>
        <source>Shadow %</source>
        <translation>Ombre %</translation>
    </message>
    <message>
        <source>Valid %</source>
        <translation>Valide %</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Masque</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ignoré</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>On the map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Not on the map</source>
        <translation>Hors de la carte</translation>
    </message>
</context>
<context>
    <name>SeasonWindow</name>
    <message>
        <source>Opening masks</source>
        <translation>Ouverture des masques</translation>
    </message>
    <message>
        <source>Export the season</source>
        <translation>Exporter la saison</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save a report</source>
        <translation>Enregistrer un rapport</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>Report of a season</source>
        <translation>Rapport d'une saison</translation>
    </message>
    <message>
        <source>Written: &lt;a href=&quot;{link}&quot;&gt;{path}&lt;/a&gt;</source>
        <translation>Écrit : &lt;a href=&quot;{link}&quot;&gt;{path}&lt;/a&gt;</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <source>Wait until the background task is done</source>
        <translation>Attendre la fin de la tâche en arrière-plan</translation>
    </message>
    <message>
        <source>Mask products first</source>
        <translation>Masquer d'abord des produits</translation>
    </message>
    <message>
        <source>Show the selected scenes in the map</source>
        <translation>Afficher les scènes sélectionnées sur la carte</translation>
    </message>
    <message>
        <source>Select a scene that has a mask</source>
        <translation>Sélectionner une scène qui a un masque</translation>
    </message>
    <message>
        <source>The selected scenes are on the map</source>
        <translation>Les scènes sélectionnées sont sur la carte</translation>
    </message>
    <message>
        <source>Write this table, with the ground of each scene, to a text file</source>
        <translation>Écrire ce tableau, avec le terrain de chaque scène, dans un fichier texte</translation>
    </message>
    <message>
        <source>Write chart, pictures and table to a page for a web browser</source>
        <translation>Écrire graphique, images et tableau dans une page pour navigateur web</translation>
    </message>
    <message>
        <source>Scenes masked: {masked}, on the map: {shown}</source>
        <translation>Scènes masquées : {masked}, sur la carte : {shown}</translation>
    </message>
    <message>
        <source>, skipped: {count}</source>
        <translation>, ignorés : {count}</translation>
    </message>
    <message>
        <source>, failed: {count}</source>
        <translation>, échecs : {count}</translation>
    </message>
    <message>
        <source>Season at a glance</source>
        <translation>La saison en un coup d'œil</translation>
    </message>
    <message>
        <source>Products of the last run. Click a row to see its scene on the map; click a title to sort.</source>
        <translation>Produits de la dernière exécution. Cliquer une ligne pour voir sa scène sur la carte, un titre pour trier.</translation>
    </message>
    <message>
        <source>A bar per scene and a row per tile: how much of the valid ground is clear, and what covers the rest. Click a bar to see its scene.</source>
        <translation>Une barre par scène et une ligne par tuile : la part dégagée du terrain valide, et ce qui couvre le reste. Cliquer une barre pour voir sa scène.</translation>
    </message>
    <message>
        <source>Move the map to the ground of the scene that is selected; switch this off to compare dates at one place</source>
        <translation>Déplacer la carte sur le terrain de la scène sélectionnée ; décocher pour comparer des dates au même endroit</translation>
    </message>
    <message>
        <source>&amp;Zoom to the selected scene</source>
        <translation>&amp;Zoom sur la scène sélectionnée</translation>
    </message>
    <message>
        <source>Hide the other scenes of this table in the map, so that the selected one is not covered</source>
        <translation>Cacher sur la carte les autres scènes de ce tableau, pour que celle sélectionnée ne soit pas recouverte</translation>
    </message>
    <message>
        <source>&amp;Hide the other scenes</source>
        <translation>Cac&amp;her les autres scènes</translation>
    </message>
    <message>
        <source>Adds the selected scenes that are not on the map yet, each as a group of mask and natural-colour layer.</source>
        <translation>Ajoute les scènes sélectionnées qui ne sont pas encore sur la carte, chacune en un groupe avec masque et couche en couleurs naturelles.</translation>
    </message>
    <message>
        <source>&amp;Add to map</source>
        <translation>&amp;Ajouter à la carte</translation>
    </message>
    <message>
        <source>Writes all rows to a text file: shares, the path of each mask, and its ground as a polygon that QGIS reads.</source>
        <translation>Écrit toutes les lignes dans un fichier texte : parts, chemin de chaque masque et son terrain sous forme de polygone que QGIS sait lire.</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>&amp;Exporter en CSV…</translation>
    </message>
    <message>
        <source>Writes one HTML file with the chart, a picture of each scene with its mask, and the table. It needs no other file, so it can be mailed.</source>
        <translation>Écrit un seul fichier HTML avec le graphique, une image de chaque scène avec son masque, et le tableau. Il ne demande aucun autre fichier et peut donc être envoyé par courriel.</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Enregistrer le &amp;rapport…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>SingleMaskAlgorithm</name>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Clear (percent of valid pixels)</source>
        <translation>Dégagé (pourcentage des pixels valides)</translation>
    </message>
    <message>
        <source>Cloud (percent of valid pixels)</source>
        <translation>Nuage (pourcentage des pixels valides)</translation>
    </message>
    <message>
        <source>Cloud shadow (percent of valid pixels)</source>
        <translation>Ombre de nuage (pourcentage des pixels valides)</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>about {count} s left</source>
        <translation>reste environ {count} s</translation>
    </message>
    <message>
        <source>about {count} min left</source>
        <translation>reste environ {count} min</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min left</source>
        <translation>reste environ {hours} h {minutes} min</translation>
    </message>
</context>
<context>
    <name>ValidMask</name>
    <message>
        <source>Usable</source>
        <translation>Exploitable</translation>
    </message>
    <message>
        <source>Not usable</source>
        <translation>Non exploitable</translation>
    </message>
    <message>
        <source>Valid mask</source>
        <translation>Masque de validité</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,usable,clear,buffer,dilate,sieve,binary,quality,sentinel-2</source>
        <translation>nuage,ombre,masque,exploitable,dégagé,tampon,dilatation,tamisage,binaire,qualité,sentinel-2</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Usable (percent of pixels with data)</source>
        <translation>Exploitable (pourcentage des pixels avec des données)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels with data are usable.</source>
        <translation>{share:.1f} % des pixels avec des données sont exploitables.</translation>
    </message>
</context>
</TS>
