<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AddressDialog</name>
    <message>
        <source>For hosts that want a login: user and password, a header or a token; for a bucket, key and secret. Without it, variables of the environment and profiles count.</source>
        <translation>Pour les hôtes qui demandent une connexion : utilisateur et mot de passe, un en-tête ou un jeton ; pour un bucket, clé et secret. Sans elle, les variables de l'environnement et les profils valent.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Line {number}: {fault}</source>
        <translation>Ligne {number} : {fault}</translation>
    </message>
    <message>
        <source>Further lines with faults: {count}</source>
        <translation>Autres lignes fautives : {count}</translation>
    </message>
    <message>
        <source>Add the products to the list</source>
        <translation>Ajouter les produits à la liste</translation>
    </message>
    <message>
        <source>Correct the lines with faults.</source>
        <translation>Corrigez les lignes fautives.</translation>
    </message>
    <message>
        <source>Enter at least one address.</source>
        <translation>Saisissez au moins une adresse.</translation>
    </message>
    <message>
        <source>Add addresses of products</source>
        <translation>Ajouter des adresses de produits</translation>
    </message>
    <message>
        <source>&amp;Addresses of .SAFE or .zarr folders or .zip archives, one on each line: https://, s3:// or gs://</source>
        <translation>&amp;Adresses de dossiers .SAFE ou .zarr ou d'archives .zip, une par ligne : https://, s3:// ou gs://</translation>
    </message>
    <message>
        <source>Type or paste a list of addresses. Paths on this computer and GDAL&apos;s own paths, such as /vsis3/, are accepted too. Lines that begin with # are left out. Only what a mask needs is read, in place: nothing has to be downloaded first.</source>
        <translation>Saisissez ou collez une liste d'adresses. Les chemins de cet ordinateur et ceux de GDAL, comme /vsis3/, sont acceptés aussi. Les lignes qui commencent par # sont ignorées. Seul ce dont un masque a besoin est lu, sur place : rien n'est à télécharger d'abord.</translation>
    </message>
    <message>
        <source>A&amp;uthentication</source>
        <translation>A&amp;uthentification</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Algorithm</name>
    <message>
        <source>Cancelled. Unfinished files were removed.</source>
        <translation>Annulé. Les fichiers inachevés ont été supprimés.</translation>
    </message>
</context>
<context>
    <name>AlgorithmWindow</name>
    <message>
        <source>Switch on the Processing plugin first (Plugins &gt; Manage and Install Plugins).</source>
        <translation>Activez d'abord l'extension Traitement (Extensions &gt; Installer/Gérer les extensions).</translation>
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
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Value of masked pixels (empty: the raster&apos;s nodata)</source>
        <translation>Valeur des pixels masqués (vide : NoData du raster)</translation>
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
        <source>Any raster of the same area, with any number of bands and any pixel size.</source>
        <translation>Un raster quelconque de la même zone, quels que soient le nombre de bandes et la taille de pixel.</translation>
    </message>
    <message>
        <source>A cloud mask or a valid mask. Pixels outside it are masked too.</source>
        <translation>Un masque de nuages ou de validité. Les pixels situés hors du masque sont masqués aussi.</translation>
    </message>
    <message>
        <source>If the raster has none: NaN, 0 for unsigned integers, else the smallest number.</source>
        <translation>Si le raster n'en a pas : NaN, 0 pour les entiers non signés, sinon le plus petit nombre.</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels were masked and set to {nodata:g}.</source>
        <translation>{share:.1f} % des pixels ont été masqués et mis à {nodata:g}.</translation>
    </message>
    <message>
        <source>The raster declares no nodata value, so this one was chosen.</source>
        <translation>Le raster ne déclare pas de valeur NoData, celle-ci a donc été choisie.</translation>
    </message>
    <message>
        <source>A GeoTIFF with the bands, names and colours of the raster.</source>
        <translation>Un GeoTIFF avec les bandes, les noms et les couleurs du raster.</translation>
    </message>
    <message>
        <source>No pixel is left: check that mask and raster are of the same tile and area, and the classes.</source>
        <translation>Il ne reste aucun pixel : vérifier que le masque et le raster sont de la même tuile et de la même zone, ainsi que les classes.</translation>
    </message>
</context>
<context>
    <name>AreaGeometry</name>
    <message>
        <source>{name} has no extent. Choose another area of interest.</source>
        <translation>{name} n'a pas d'emprise. Choisir une autre zone d'intérêt.</translation>
    </message>
    <message>
        <source>{name} has no polygons. Choose another area of interest.</source>
        <translation>{name} n'a pas de polygones. Choisir une autre zone d'intérêt.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Set one first.</source>
        <translation>{name} n'a pas de système de coordonnées de référence. En définir un d'abord.</translation>
    </message>
</context>
<context>
    <name>AreaPanel</name>
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
        <source>Select features of {name} on the map.</source>
        <translation>Sélectionner des entités de {name} sur la carte.</translation>
    </message>
    <message>
        <source>The layer whose extent or features are the area of interest</source>
        <translation>La couche dont l'emprise ou les entités sont la zone d'intérêt</translation>
    </message>
    <message>
        <source>{count} polygons, {crs}</source>
        <translation>{count} polygones, {crs}</translation>
    </message>
    <message>
        <source>{name} has more than {count} features. Select some of them, or dissolve the layer.</source>
        <translation>{name} a plus de {count} entités. En sélectionner une partie, ou regrouper la couche.</translation>
    </message>
    <message>
        <source>Masks only this area of each product, in a fraction of the time. The mask is cut to the area, and its labels equal those of a mask of the whole product. Products that do not touch the area are skipped.</source>
        <translation>Ne masque que cette zone de chaque produit, en une fraction du temps. Le masque est découpé selon la zone, et ses classes sont celles d'un masque du produit entier. Les produits qui ne touchent pas la zone sont ignorés.</translation>
    </message>
    <message>
        <source>The area to mask; products that do not touch it are skipped</source>
        <translation>La zone à masquer ; les produits qui ne la touchent pas sont ignorés</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map; this window is hidden meanwhile</source>
        <translation>Tracer un rectangle sur la carte ; cette fenêtre est cachée pendant ce temps</translation>
    </message>
    <message>
        <source>Click the corners of a polygon on the map; this window is hidden meanwhile</source>
        <translation>Cliquer les sommets d'un polygone sur la carte ; cette fenêtre est cachée pendant ce temps</translation>
    </message>
    <message>
        <source>Entire product</source>
        <translation>Produit entier</translation>
    </message>
    <message>
        <source>Add products first: the map shows their outlines to draw on</source>
        <translation>D'abord ajouter des produits : la carte montre leurs contours, sur lesquels dessiner</translation>
    </message>
    <message>
        <source>Add products first, then draw the area of interest.</source>
        <translation>D'abord ajouter des produits, puis dessiner la zone d'intérêt.</translation>
    </message>
    <message>
        <source>No usable layer. Add one, or draw the area.</source>
        <translation>Aucune couche utilisable. En ajouter une, ou dessiner la zone.</translation>
    </message>
    <message>
        <source>No usable polygon layer. Add one, or draw the area.</source>
        <translation>Aucune couche de polygones utilisable. En ajouter une, ou dessiner la zone.</translation>
    </message>
    <message>
        <source>Draw rectangle</source>
        <translation>Tracer un rectangle</translation>
    </message>
    <message>
        <source>Draw polygon</source>
        <translation>Tracer un polygone</translation>
    </message>
    <message>
        <source>Layer of the area</source>
        <translation>Couche de la zone</translation>
    </message>
    <message>
        <source>Choose an area of interest below the list of products first.</source>
        <translation>Choisissez d'abord une zone d'intérêt sous la liste des produits.</translation>
    </message>
    <message>
        <source>The map is empty. Add a layer, such as a map of the world, and zoom to your area.</source>
        <translation>La carte est vide. Ajoutez une couche, par exemple une carte du monde, et zoomez sur votre zone.</translation>
    </message>
</context>
<context>
    <name>AreaTools</name>
    <message>
        <source>Area of interest</source>
        <translation>Zone d'intérêt</translation>
    </message>
    <message>
        <source>Drag a rectangle on the map. Esc cancels.</source>
        <translation>Tracer un rectangle sur la carte. Échap annule.</translation>
    </message>
    <message>
        <source>Click the corners of a polygon, right-click to close it. Esc cancels.</source>
        <translation>Cliquer les sommets d'un polygone, clic droit pour le fermer. Échap annule.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>Line of the least clear share</source>
        <translation>Ligne de la plus petite part dégagée</translation>
    </message>
    <message>
        <source>At least {least} % clear: drag the line, or move it with the arrow keys</source>
        <translation>Au moins {least} % dégagé : faites glisser la ligne, ou déplacez-la avec les touches fléchées</translation>
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
        <source>Prefix of the new columns</source>
        <translation>Préfixe des nouveaux champs</translation>
    </message>
    <message>
        <source>values of more than 8 bits</source>
        <translation>des valeurs de plus de 8 bits</translation>
    </message>
    <message>
        <source>the value {value}</source>
        <translation>la valeur {value}</translation>
    </message>
    <message>
        <source>Fields, parcels or study areas, in any coordinate reference system.</source>
        <translation>Champs, parcelles ou zones d'étude, dans n'importe quel système de coordonnées.</translation>
    </message>
    <message>
        <source>Distinguishes the columns of several masks, for example 0716_ for 16 July.</source>
        <translation>Distingue les champs de plusieurs masques, par exemple 0716_ pour le 16 juillet.</translation>
    </message>
    <message>
        <source>Cancelled. No layer was written.</source>
        <translation>Annulé. Aucune couche n'a été écrite.</translation>
    </message>
    <message>
        <source>Class statistics</source>
        <translation>Statistiques des classes</translation>
    </message>
    <message>
        <source>None of the polygons lies on the mask. Choose the mask of the same area.</source>
        <translation>Aucun des polygones n'est sur le masque. Choisir le masque de la même zone.</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Un masque de cette extension, ou un raster avec les mêmes valeurs.</translation>
    </message>
    <message>
        <source>The polygons with the shares of the classes as new columns.</source>
        <translation>Les polygones avec les parts des classes en nouveaux champs.</translation>
    </message>
    <message>
        <source>The raster is not a cloud mask: it contains {content}. Choose a raster of 0 clear, 1 cloud or thick cloud, 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water and 255 no data.</source>
        <translation>Le raster n'est pas un masque de nuages : il contient {content}. Choisir un raster avec 0 dégagé, 1 nuage ou nuage épais, 2 nuage fin, 3 ombre de nuage, 4 neige ou glace, 5 eau et 255 sans données.</translation>
    </message>
</context>
<context>
    <name>ClearAlgorithm</name>
    <message>
        <source>They grow by this distance into clear areas. Areas without data do not grow.</source>
        <translation>Elles s'étendent de cette distance sur les zones dégagées. Les zones sans données ne s'étendent pas.</translation>
    </message>
    <message>
        <source>Classes to mask</source>
        <translation>Classes à masquer</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Tampon autour des nuages et des ombres (mètres)</translation>
    </message>
    <message>
        <source>Ignore objects smaller than (hectares)</source>
        <translation>Ignorer les objets plus petits que (hectares)</translation>
    </message>
    <message>
        <source>Smaller clouds and shadows count as clear and get no buffer.</source>
        <translation>Les nuages et ombres plus petits comptent comme dégagés et n'ont pas de tampon.</translation>
    </message>
    <message>
        <source>Pixels without data are never usable. Only some models tell snow and water from clear.</source>
        <translation>Les pixels sans données ne sont jamais exploitables. Seuls certains modèles distinguent neige et eau de dégagé.</translation>
    </message>
</context>
<context>
    <name>CloudS2MaskPlugin</name>
    <message>
        <source>Mask clouds in Sentinel-2 products…</source>
        <translation>Masquer les nuages de produits Sentinel-2…</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modèles…</translation>
    </message>
    <message>
        <source>{title} was downloaded and is ready.</source>
        <translation>{title} est téléchargé et prêt.</translation>
    </message>
    <message>
        <source>Install or update components…</source>
        <translation>Installer ou mettre à jour les composants…</translation>
    </message>
    <message>
        <source>Correct a mask by hand…</source>
        <translation>Corriger un masque à la main…</translation>
    </message>
    <message>
        <source>Select a cloud mask in the layers panel first.</source>
        <translation>Sélectionnez d'abord un masque de nuages dans le panneau des couches.</translation>
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
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Classes to compare</source>
        <translation>Classes à comparer</translation>
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
    <message>
        <source>Class values of the mask</source>
        <translation>Valeurs des classes du masque</translation>
    </message>
    <message>
        <source>Custom class values of the mask (empty: as above)</source>
        <translation>Valeurs des classes personnalisées du masque (vide : comme ci-dessus)</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Un masque de cette extension, ou un raster avec les mêmes valeurs.</translation>
    </message>
    <message>
        <source>A page with all measures and the confusion matrix.</source>
        <translation>Une page avec toutes les mesures et la matrice de confusion.</translation>
    </message>
    <message>
        <source>A raster of both classes: 10 x reference + mask.</source>
        <translation>Un raster des deux classes : 10 x référence + masque.</translation>
    </message>
    <message>
        <source>A table of the pixels per class of both rasters.</source>
        <translation>Une table des pixels par classe des deux rasters.</translation>
    </message>
    <message>
        <source>A table with the accuracies of each class.</source>
        <translation>Une table avec les précisions de chaque classe.</translation>
    </message>
    <message>
        <source>Lower end of kappa&apos;s 95 % interval</source>
        <translation>Borne inférieure de l'intervalle à 95 % de kappa</translation>
    </message>
    <message>
        <source>Upper end of kappa&apos;s 95 % interval</source>
        <translation>Borne supérieure de l'intervalle à 95 % de kappa</translation>
    </message>
    <message>
        <source>Share of clear pixels that the mask calls cloud (0 to 1)</source>
        <translation>Part des pixels dégagés que le masque dit nuage (0 à 1)</translation>
    </message>
    <message>
        <source>Share of clear pixels that the mask calls shadow (0 to 1)</source>
        <translation>Part des pixels dégagés que le masque dit ombre (0 à 1)</translation>
    </message>
    <message>
        <source>Merge classes that one of the two does not distinguish. Snow and water are clear if one lacks them.</source>
        <translation>Fusionner les classes que l'un des deux ne distingue pas. Neige et eau sont dégagées si l'un des deux ne les a pas.</translation>
    </message>
</context>
<context>
    <name>CompareSystems</name>
    <message>
        <source>Compare models</source>
        <translation>Comparer des modèles</translation>
    </message>
    <message>
        <source>cloud,shadow,model,benchmark,agreement,disagreement,side by side,time,memory,accuracy</source>
        <translation>nuage,ombre,modèle,comparaison,accord,désaccord,côte à côte,temps,mémoire,précision</translation>
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
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>In the group of the product, hidden below the map of the disagreement.</source>
        <translation>Dans le groupe du produit, cachés sous la carte des désaccords.</translation>
    </message>
    <message>
        <source>Add the masks to the map</source>
        <translation>Ajouter les masques à la carte</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <source>The masks, the report and its tables are written here.</source>
        <translation>Les masques, le rapport et ses tableaux sont écrits ici.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at least two models, or empty for all.</source>
        <translation>{name} est {value}, mais doit avoir au moins deux modèles, ou être vide pour tous.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>INPUT is empty. Choose a Sentinel-2 product.</source>
        <translation>INPUT est vide. Choisir un produit Sentinel-2.</translation>
    </message>
    <message>
        <source>Comparing the masks</source>
        <translation>Comparaison des masques</translation>
    </message>
    <message>
        <source>{seconds:.1f} s, {gigabytes:.2f} GB</source>
        <translation>{seconds:.1f} s, {gigabytes:.2f} Go</translation>
    </message>
    <message>
        <source>Disagreement of {count} models, {scene}</source>
        <translation>Désaccords de {count} modèles, {scene}</translation>
    </message>
    <message>
        <source>Report of the comparison</source>
        <translation>Rapport de la comparaison</translation>
    </message>
    <message>
        <source>Map of the disagreement</source>
        <translation>Carte des désaccords</translation>
    </message>
    <message>
        <source>Table of the models (CSV)</source>
        <translation>Tableau des modèles (CSV)</translation>
    </message>
    <message>
        <source>Table of the agreement (CSV)</source>
        <translation>Tableau de l'accord (CSV)</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Masques de nuages</translation>
    </message>
    <message>
        <source>All models agree (percent of the pixels)</source>
        <translation>Tous les modèles s'accordent (pourcentage des pixels)</translation>
    </message>
    <message>
        <source>Models with a mask</source>
        <translation>Modèles avec un masque</translation>
    </message>
    <message>
        <source>Models that failed</source>
        <translation>Modèles en échec</translation>
    </message>
    <message>
        <source>Empty: the automatic choice and all others on this computer that fit the product and the resolution, without the networks of the automatic choice alone.</source>
        <translation>Vide : le choix automatique et tous les autres de cet ordinateur qui conviennent au produit et à la résolution, sans les réseaux du choix automatique seuls.</translation>
    </message>
    <message>
        <source>{product} is an address, and each model would read it again. Download the product first.</source>
        <translation>{product} est une adresse, et chaque modèle la relirait. Téléchargez d'abord le produit.</translation>
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
        <source>Composite</source>
        <translation>Composite</translation>
    </message>
    <message>
        <source>Cloud masks or valid masks, one per scene. Without them, all pixels with data count as clear.</source>
        <translation>Masques de nuages ou de validité, un par scène. Sans eux, tous les pixels avec des données comptent comme dégagés.</translation>
    </message>
    <message>
        <source>median: band by band. newest, clearest: pixels of the newest or clearest scene that is clear there.</source>
        <translation>median : bande par bande. newest, clearest : pixels de la scène la plus récente ou la plus dégagée parmi celles qui y sont dégagées.</translation>
    </message>
    <message>
        <source>INPUTS is empty. Choose at least one scene.</source>
        <translation>INPUTS est vide. Choisir au moins une scène.</translation>
    </message>
    <message>
        <source>Input scenes</source>
        <translation>Scènes d'entrée</translation>
    </message>
    <message>
        <source>Cloud masks</source>
        <translation>Masques de nuages</translation>
    </message>
    <message>
        <source>Compositing method</source>
        <translation>Méthode de composition</translation>
    </message>
    <message>
        <source>Pixels with a clear observation (percent)</source>
        <translation>Pixels avec une observation dégagée (pour cent)</translation>
    </message>
    <message>
        <source>Rasters with the same bands in the same order. The first one sets the pixels of the result, which covers all scenes on the same pixels.</source>
        <translation>Des rasters avec les mêmes bandes dans le même ordre. Le premier donne les pixels du résultat, qui couvre toutes les scènes aux mêmes pixels.</translation>
    </message>
    <message>
        <source>The bands of the scenes, and the number of clear observations.</source>
        <translation>Les bandes des scènes, et le nombre d'observations dégagées.</translation>
    </message>
</context>
<context>
    <name>CorrectionPanel</name>
    <message>
        <source>Correct mask</source>
        <translation>Corriger le masque</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <source>Paint the class inside a polygon</source>
        <translation>Peindre la classe dans un polygone</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinceau</translation>
    </message>
    <message>
        <source>Paint the class along the pointer</source>
        <translation>Peindre la classe le long du pointeur</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Paint the class over a connected patch</source>
        <translation>Peindre la classe sur une zone d'un seul tenant</translation>
    </message>
    <message>
        <source>Width of the brush on the ground</source>
        <translation>Largeur du pinceau au sol</translation>
    </message>
    <message>
        <source>Brush width</source>
        <translation>Largeur du pinceau</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Save version</source>
        <translation>Enregistrer la version</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Paint {name}</source>
        <translation>Peindre {name}</translation>
    </message>
    <message>
        <source>The version is being saved.</source>
        <translation>La version est en cours d'enregistrement.</translation>
    </message>
    <message>
        <source>Nothing has been painted yet.</source>
        <translation>Rien n'a encore été peint.</translation>
    </message>
    <message>
        <source>Undo the last edit (Ctrl+Z)</source>
        <translation>Annuler la dernière modification (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Do again what was undone</source>
        <translation>Rétablir ce qui a été annulé</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>Rien n'a été annulé.</translation>
    </message>
    <message>
        <source>Save the corrected mask beside the mask, which stays as it is</source>
        <translation>Enregistrer le masque corrigé à côté du masque, qui reste tel quel</translation>
    </message>
    <message>
        <source>An edit is being painted.</source>
        <translation>Une modification est en cours.</translation>
    </message>
    <message>
        <source>End the correction without saving</source>
        <translation>Terminer la correction sans enregistrer</translation>
    </message>
    <message>
        <source>Choose a tool to go on.</source>
        <translation>Choisissez un outil pour continuer.</translation>
    </message>
    <message>
        <source>Nothing changes there: it has this class, or no data.</source>
        <translation>Rien ne change là : cette classe y est déjà, ou il n'y a pas de données.</translation>
    </message>
    <message>
        <source>A new version of {scene} was saved: {clear}, before {former}.</source>
        <translation>Une nouvelle version de {scene} a été enregistrée : {clear}, avant {former}.</translation>
    </message>
    <message>
        <source>The edits are not saved. Discard them?</source>
        <translation>Les modifications ne sont pas enregistrées. Les abandonner ?</translation>
    </message>
    <message>
        <source>Earlier edits can no longer be undone.</source>
        <translation>Les modifications précédentes ne peuvent plus être annulées.</translation>
    </message>
    <message>
        <source>The edits are not saved: save the version, or discard it.</source>
        <translation>Les modifications ne sont pas enregistrées : enregistrez la version ou abandonnez-la.</translation>
    </message>
</context>
<context>
    <name>CorrectionTools</name>
    <message>
        <source>Drag over the map to paint. Esc cancels.</source>
        <translation>Glissez sur la carte pour peindre. Échap annule.</translation>
    </message>
    <message>
        <source>Click a patch of a class: all of it that hangs together is painted.</source>
        <translation>Cliquez une zone d'une classe : tout ce qui est d'un seul tenant est peint.</translation>
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
        <source>{name} does not touch the area of interest.</source>
        <translation>{name} ne touche pas la zone d'intérêt.</translation>
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
        <source>{name} is {value:g}, but must be from 0 to {limit:g}.</source>
        <translation>{name} vaut {value:g}, mais doit être de 0 à {limit:g}.</translation>
    </message>
    <message>
        <source>The processor, in 32 bits.</source>
        <translation>Le processeur, en 32 bits.</translation>
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
        <source>{name} cannot be used: {reason}. Correct or remove it.</source>
        <translation>{name} ne peut pas être utilisé : {reason}. À corriger ou supprimer.</translation>
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
        <source>The model card {path} cannot be used: {reason}. Correct or remove it.</source>
        <translation>La fiche de modèle {path} ne peut pas être utilisée : {reason}. La corriger ou la supprimer.</translation>
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
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}). Choose a raster file that QGIS can open.</source>
        <translation>{name} ne peut pas être lu ({reason}). Choisir un fichier raster que QGIS peut ouvrir.</translation>
    </message>
    <message>
        <source>{name} has an implausible median reflectance of {median:.4g} in blue. Check scale and offset: 0.0001 and 0 for most Sentinel-2 files, 0.0001 and -0.1 from processing baseline 04.00 on, 1 and 0 for reflectance.</source>
        <translation>{name} a une réflectance médiane invraisemblable de {median:.4g} dans le bleu. Vérifier scale et offset : 0.0001 et 0 pour la plupart des fichiers Sentinel-2, 0.0001 et -0.1 à partir de la version de traitement 04.00, 1 et 0 pour la réflectance.</translation>
    </message>
    <message>
        <source>level is {level!r}, but must be L1C or L2A.</source>
        <translation>level vaut {level!r}, mais doit être L1C ou L2A.</translation>
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
        <source>Product</source>
        <translation>Produit</translation>
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
        <source>ONNX Runtime cannot load the network {network} ({reason}). Export or copy it again.</source>
        <translation>ONNX Runtime ne peut pas charger le réseau {network} ({reason}). L'exporter ou le copier de nouveau.</translation>
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
        <source>must be one of {choices}</source>
        <translation>doit être parmi {choices}</translation>
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
        <source>must be a whole number of pixels</source>
        <translation>doit être un nombre entier de pixels</translation>
    </message>
    <message>
        <source>must be among {choices}</source>
        <translation>doit être parmi {choices}</translation>
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
        <source>{crs}, {left:.0f} {bottom:.0f} to {right:.0f} {top:.0f}</source>
        <translation>{crs}, {left:.0f} {bottom:.0f} à {right:.0f} {top:.0f}</translation>
    </message>
    <message>
        <source>no CRS</source>
        <translation>pas de SCR</translation>
    </message>
    <message>
        <source>The model card {path}</source>
        <translation>La fiche de modèle {path}</translation>
    </message>
    <message>
        <source>must be below half of patch_size</source>
        <translation>doit être inférieur à la moitié de patch_size</translation>
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
        <source>must be numbers with a decimal point, one per band</source>
        <translation>doivent être des nombres avec un point décimal, un par bande</translation>
    </message>
    <message>
        <source>must be numbers above 0 with a decimal point, one per band</source>
        <translation>doivent être des nombres supérieurs à 0 avec un point décimal, un par bande</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
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
        <source>{network} cannot be run on a patch of {edge} pixels ({reason}). Correct patch_size and patch_multiple.</source>
        <translation>{network} ne peut pas traiter une imagette de {edge} pixels ({reason}). Corriger patch_size et patch_multiple.</translation>
    </message>
    <message>
        <source>is empty, but {must}</source>
        <translation>est vide, mais {must}</translation>
    </message>
    <message>
        <source>must be a multiple of {pixels}</source>
        <translation>doit être un multiple de {pixels}</translation>
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
    <message>
        <source>{path} contains complex numbers, which cannot be masked. Choose another raster.</source>
        <translation>{path} contient des nombres complexes, qui ne peuvent pas être masqués. Choisir un autre raster.</translation>
    </message>
    <message>
        <source>The nodata value {nodata:g} does not fit the {dtype} values of {path}. Choose another value.</source>
        <translation>La valeur NoData {nodata:g} ne convient pas aux valeurs {dtype} de {path}. Choisir une autre valeur.</translation>
    </message>
    <message>
        <source>A GeoTIFF with {dtype} values cannot store the nodata value {nodata:g} for {path}. Choose a value of 0 or more that the raster does not contain.</source>
        <translation>Un GeoTIFF de valeurs {dtype} ne peut pas enregistrer la valeur NoData {nodata:g} pour {path}. Choisir une valeur de 0 ou plus que le raster ne contient pas.</translation>
    </message>
    <message>
        <source>The value {value} occurs twice in the list {text!r}. Give it one class.</source>
        <translation>La valeur {value} figure deux fois dans la liste {text!r}. Lui donner une seule classe.</translation>
    </message>
    <message>
        <source>{entry!r} is not a pair of value and class, such as 1:clear. Separate pairs by commas; classes are {classes} and nodata.</source>
        <translation>{entry!r} n'est pas une paire d'une valeur et d'une classe, comme 1:clear. Séparer les paires par des virgules ; les classes sont {classes} et nodata.</translation>
    </message>
    <message>
        <source>{mask} and {reference} have no pixel with data in common. {hint}</source>
        <translation>{mask} et {reference} n'ont aucun pixel avec données en commun. {hint}</translation>
    </message>
    <message>
        <source>{path} is not a classification: it has more than {limit} values. Choose a mask or a classification.</source>
        <translation>{path} n'est pas une classification : il a plus de {limit} valeurs. Choisir un masque ou une classification.</translation>
    </message>
    <message>
        <source>The acquisition time of {scene} is unknown. Put it in the file name (as 20170216T102101), set it in the layer properties, or choose another method.</source>
        <translation>La date d'acquisition de {scene} est inconnue. L'indiquer dans le nom du fichier (comme 20170216T102101), la définir dans les propriétés de la couche, ou choisir une autre méthode.</translation>
    </message>
    <message>
        <source>{scene} has {count} bands, but the first scene has {expected}. Choose scenes with the same bands in the same order.</source>
        <translation>{scene} a {count} bandes, mais la première scène en a {expected}. Choisir des scènes avec les mêmes bandes dans le même ordre.</translation>
    </message>
    <message>
        <source>User&apos;s accuracy (precision): share of the mask&apos;s pixels of a class that the reference confirms. Producer&apos;s accuracy (recall): share of the reference&apos;s pixels of a class that the mask finds. F1: harmonic mean of the two. IoU: pixels of the class in both, divided by those in one or both. Balanced accuracy: mean of the producer&apos;s accuracies of the classes in the reference. A dash means that there is no pixel to divide by. Only pixels with data in both rasters count; if the grids differ, the reference was resampled to the mask&apos;s grid by nearest neighbour.</source>
        <translation>Précision de l'utilisateur : part des pixels d'une classe du masque que la référence confirme. Précision du producteur (rappel) : part des pixels d'une classe de la référence que le masque trouve. F1 : moyenne harmonique des deux. IoU : pixels de la classe dans les deux, divisés par ceux dans l'un ou les deux. Précision équilibrée : moyenne des précisions du producteur pour les classes présentes dans la référence. Un tiret signifie qu'il n'y a aucun pixel par lequel diviser. Seuls comptent les pixels avec des données dans les deux rasters ; si les grilles diffèrent, la référence a été rééchantillonnée sur la grille du masque au plus proche voisin.</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls cloud or shadow</source>
        <translation>Pixels dégagés de la référence que le masque dit nuage ou ombre</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free disk space, or choose another output folder.</source>
        <translation>{path} n'a pas pu être écrit ({reason}). Libérer de l'espace disque, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>{path} cannot be replaced ({reason}). Remove its layer from QGIS, close other programs that use it, or choose another output folder.</source>
        <translation>{path} ne peut pas être remplacé ({reason}). Retirer sa couche de QGIS, fermer les autres programmes qui l'utilisent, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>Sans données</translation>
    </message>
    <message>
        <source>{path} is not a cloud mask: it has {bands} bands instead of one. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} n'est pas un masque de nuages : il a {bands} bandes au lieu d'une. Choisir un masque créé avec CloudS2Mask.</translation>
    </message>
    <message>
        <source>{path} is not a cloud mask: it contains the value {value:g}, but may contain only {allowed}. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} n'est pas un masque de nuages : il contient la valeur {value:g}, mais ne peut contenir que {allowed}. Choisir un masque créé avec CloudS2Mask.</translation>
    </message>
    <message>
        <source>The band file {path} is empty or damaged ({reason}). Download the product again.</source>
        <translation>Le fichier de bande {path} est vide ou endommagé ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} was not read: it contains the unsafe file name {name!r}. Download the product again from a trusted provider.</source>
        <translation>{path} n'a pas été lu : il contient le nom de fichier dangereux {name!r}. Télécharger de nouveau le produit depuis une source de confiance.</translation>
    </message>
    <message>
        <source>{path} lacks the field {field}. Download the product again.</source>
        <translation>Le champ {field} manque dans {path}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>The quantification value in {path} is {quantification}, but must be above 0. Download the product again.</source>
        <translation>La valeur de quantification dans {path} est {quantification}, mais doit être supérieure à 0. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} was not read: it has {megabytes:.0f} MB, but product metadata has at most 20 MB. Download the product again.</source>
        <translation>{path} n'a pas été lu : il fait {megabytes:.0f} Mo, alors que les métadonnées d'un produit font 20 Mo au plus. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} contains a {declaration}, so it is not original product metadata. Download the product again.</source>
        <translation>{path} contient {declaration}, ce ne sont donc pas les métadonnées d'origine. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{field} in {path} is {value!r}, but must be a number. Download the product again.</source>
        <translation>{field} dans {path} vaut {value!r}, mais doit être un nombre. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} has {field} {value!r}, which is not supported. Supported: {supported}.</source>
        <translation>{path} indique {field} {value!r}, qui n'est pas pris en charge. Pris en charge : {supported}.</translation>
    </message>
    <message>
        <source>{path} is not well-formed XML ({reason}). Download the product again.</source>
        <translation>{path} n'est pas du XML bien formé ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{field} in {path} is {value!r}, but must be a time. Download the product again.</source>
        <translation>{field} dans {path} vaut {value!r}, mais doit être une date et une heure. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} has a {field} with the unknown band_id {band_id!r}. Download the product again.</source>
        <translation>{path} a un élément {field} avec le band_id inconnu {band_id!r}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose a folder with .SAFE products.</source>
        <translation>{path} n'existe pas. Choisir un dossier avec des produits .SAFE.</translation>
    </message>
    <message>
        <source>{path} has no granule in its GRANULE folder. Download the product again.</source>
        <translation>{path} n'a pas de granule dans son dossier GRANULE. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} contains {count} tiles. Choose one of the folders in its GRANULE folder, such as {granule}.</source>
        <translation>{path} contient {count} tuiles. Choisir l'un des dossiers de son dossier GRANULE, comme {granule}.</translation>
    </message>
    <message>
        <source>The name of granule {granule} in {path} has no tile such as T33UUU. Download the product again.</source>
        <translation>Le nom du granule {granule} dans {path} n'indique pas de tuile comme T33UUU. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{name} has no scene classification (SCL). Choose an L2A product.</source>
        <translation>{name} n'a pas de classification de scène (SCL). Choisir un produit L2A.</translation>
    </message>
    <message>
        <source>The metadata of {name} has no offset for band {band}. Download the product again.</source>
        <translation>Les métadonnées de {name} n'indiquent pas de décalage (offset) pour la bande {band}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Download the product again.</source>
        <translation>{path} ne peut pas être lu ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} n'a pas de système de coordonnées de référence. En assigner un avec « Assigner une projection ».</translation>
    </message>
    <message>
        <source>The pixel size of {name} is in {units}, but models need metres. {remedy}</source>
        <translation>La taille de pixel de {name} est en {units}, mais les modèles ont besoin de mètres. {remedy}</translation>
    </message>
    <message>
        <source>{name} is rotated or upside down. {remedy}</source>
        <translation>{name} est tourné ou à l'envers. {remedy}</translation>
    </message>
    <message>
        <source>The pixels of {name} are not square ({size} metres). {remedy}</source>
        <translation>Les pixels de {name} ne sont pas carrés ({size} mètres). {remedy}</translation>
    </message>
    <message>
        <source>Band {number} of {name} contains complex numbers, not reflectance. Choose another band.</source>
        <translation>La bande {number} de {name} contient des nombres complexes, pas une réflectance. Choisir une autre bande.</translation>
    </message>
    <message>
        <source>{bands} cannot be assigned, only {assignable}.</source>
        <translation>{bands} ne peut pas être affecté, seulement {assignable}.</translation>
    </message>
    <message>
        <source>scale is {scale!r}, but must be above 0. Reflectance is value x scale + offset.</source>
        <translation>scale vaut {scale!r}, mais doit être supérieur à 0. Réflectance = valeur x scale + offset.</translation>
    </message>
    <message>
        <source>offset is {offset!r}, but must be from -3 to 3 in units of reflectance. To subtract 1000 from values of scale 0.0001, enter -0.1.</source>
        <translation>offset vaut {offset!r}, mais doit être de -3 à 3, en unités de réflectance. Pour retrancher 1000 à des valeurs de scale 0.0001, indiquer -0.1.</translation>
    </message>
    <message>
        <source>{name} has no band {number}, which is assigned to {bands}. Choose a band from 1 to {count}.</source>
        <translation>{name} n'a pas de bande {number}, affectée à {bands}. Choisir une bande de 1 à {count}.</translation>
    </message>
    <message>
        <source>Band {number} of {name} is assigned to {bands}. Assign a different band to each.</source>
        <translation>La bande {number} de {name} est affectée à {bands}. Affecter à chacun une bande différente.</translation>
    </message>
    <message>
        <source>not available for rasters</source>
        <translation>non disponible pour les rasters</translation>
    </message>
    <message>
        <source>{name} and {other} do not overlap. Choose rasters of the same area.</source>
        <translation>{name} et {other} ne se recouvrent pas. Choisir des rasters de la même zone.</translation>
    </message>
    <message>
        <source>{name} has no coordinate reference system and cannot be aligned. Assign one with &apos;Assign projection&apos;.</source>
        <translation>{name} n'a pas de système de coordonnées de référence et ne peut pas être aligné. En assigner un avec « Assigner une projection ».</translation>
    </message>
    <message>
        <source>The area of interest is a {geometry}, but must be a Polygon or MultiPolygon.</source>
        <translation>La zone d'intérêt est de type {geometry}, mais doit être un Polygon ou un MultiPolygon.</translation>
    </message>
    <message>
        <source>The area of interest is empty or has points without x and y. Choose another area.</source>
        <translation>La zone d'intérêt est vide ou a des points sans x et y. Choisir une autre zone.</translation>
    </message>
    <message>
        <source>The area of interest is not a polygon ({reason}). Use a Polygon or MultiPolygon.</source>
        <translation>La zone d'intérêt n'est pas un polygone ({reason}). Utiliser un Polygon ou un MultiPolygon.</translation>
    </message>
    <message>
        <source>The area of interest cannot be reprojected to {name} ({reason}). Check its coordinate reference system.</source>
        <translation>La zone d'intérêt ne peut pas être reprojetée sur {name} ({reason}). Vérifier son système de coordonnées de référence.</translation>
    </message>
    <message>
        <source>Bands {reference_band} and {band} of {name} have different extents ({reference_extent}; {extent}). Download the product again.</source>
        <translation>Les bandes {reference_band} et {band} de {name} ont des emprises différentes ({reference_extent} ; {extent}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>ce n'est pas du JSON valide</translation>
    </message>
    <message>
        <source>it is not valid JSON, see line {line}</source>
        <translation>ce n'est pas du JSON valide, voir la ligne {line}</translation>
    </message>
    <message>
        <source>requires the classes clear and thick_cloud, and blend must be probabilities</source>
        <translation>demande les classes clear et thick_cloud, et blend doit être probabilities</translation>
    </message>
    <message>
        <source>The model card {path} cannot be read ({reason}). Correct or remove it.</source>
        <translation>La fiche de modèle {path} ne peut pas être lue ({reason}). La corriger ou la supprimer.</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>ce n'est pas un objet JSON</translation>
    </message>
    <message>
        <source>must have one value per band: the card has {bands} bands, {mean} means and {std} deviations</source>
        <translation>doivent avoir une valeur par bande : la fiche a {bands} bandes, {mean} moyennes et {std} écarts</translation>
    </message>
    <message>
        <source>must be empty if normalisation is patch</source>
        <translation>doivent être vides si normalisation est patch</translation>
    </message>
    <message>
        <source>must have a member if the card has a source, and none otherwise</source>
        <translation>doit avoir member si la fiche a source, et seulement dans ce cas</translation>
    </message>
    <message>
        <source>must be patch unless normalisation is fixed</source>
        <translation>doit être patch, sauf si normalisation est fixed</translation>
    </message>
    <message>
        <source>must contain clear and at least one of {classes}</source>
        <translation>doivent contenir clear et au moins une de {classes}</translation>
    </message>
    <message>
        <source>contradict each other: {level} products have no {bands}. Remove {level} or {bands}</source>
        <translation>se contredisent : les produits {level} n'ont pas {bands}. Retirer {level} ou {bands}</translation>
    </message>
    <message>
        <source>There is no model {model!r}. Choose auto or one of: {names}; or import it with Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Il n'y a pas de modèle {model!r}. Choisir auto ou l'un de ceux-ci : {names} ; ou l'importer avec Raster &gt; CloudS2Mask &gt; Modèles.</translation>
    </message>
    <message>
        <source>one of them classifies each pixel on its own</source>
        <translation>l'un d'eux classe chaque pixel isolément</translation>
    </message>
    <message>
        <source>they have no processing level in common</source>
        <translation>ils n'ont aucun niveau de traitement en commun</translation>
    </message>
    <message>
        <source>they have no pixel size in common ({sizes})</source>
        <translation>ils n'ont aucune taille de pixel en commun ({sizes})</translation>
    </message>
    <message>
        <source>{id} only supports patches of {own} pixels, not of {size}</source>
        <translation>{id} n'accepte que des imagettes de {own} pixels, pas de {size}</translation>
    </message>
    <message>
        <source>must be at most 64 lower-case letters, digits, &apos;.&apos;, &apos;-&apos; or &apos;_&apos;</source>
        <translation>doit se composer d'au plus 64 minuscules, chiffres, '.', '-' ou '_'</translation>
    </message>
    <message>
        <source>must be Sentinel-2 bands, each once, optionally with {choices}</source>
        <translation>doit se composer de bandes de Sentinel-2, chacune une fois, éventuellement avec {choices}</translation>
    </message>
    <message>
        <source>must be the smallest and largest pixel size in metres, from 10</source>
        <translation>doit être la plus petite et la plus grande taille de pixel en mètres, à partir de 10</translation>
    </message>
    <message>
        <source>must contain threshold (between 0 and 1), average_px and dilate_px (0 to 50)</source>
        <translation>doit contenir threshold (entre 0 et 1), average_px et dilate_px (0 à 50)</translation>
    </message>
    <message>
        <source>must contain package, package_version and conversion (widen or trees)</source>
        <translation>doit contenir package, package_version et conversion (widen ou trees)</translation>
    </message>
    <message>
        <source>{must}; {wrong} is not allowed</source>
        <translation>{must} ; {wrong} n'est pas permis</translation>
    </message>
    <message>
        <source>{must}; {wrong} occurs twice</source>
        <translation>{must} ; {wrong} figure deux fois</translation>
    </message>
    <message>
        <source>is not a card field</source>
        <translation>n'est pas un champ de fiche de modèle</translation>
    </message>
    <message>
        <source>Import the model again, or remove it, with Raster &gt; CloudS2Mask &gt; Models.</source>
        <translation>Importer de nouveau le modèle, ou le supprimer, avec Raster &gt; CloudS2Mask &gt; Modèles.</translation>
    </message>
    <message>
        <source>The installed ONNX Runtime has no device {device}. Choose one of: {names}.{remedy}</source>
        <translation>L'ONNX Runtime installé n'a pas de périphérique {device}. Choisir l'un de ceux-ci : {names}.{remedy}</translation>
    </message>
    <message>
        <source> CUDA needs onnxruntime-gpu and its CUDA libraries.</source>
        <translation> CUDA nécessite onnxruntime-gpu et ses bibliothèques CUDA.</translation>
    </message>
    <message>
        <source> TensorRT needs onnxruntime-gpu and the TensorRT libraries.</source>
        <translation> TensorRT nécessite onnxruntime-gpu et les bibliothèques TensorRT.</translation>
    </message>
    <message>
        <source> OpenVINO needs onnxruntime-openvino instead of onnxruntime.</source>
        <translation> OpenVINO nécessite onnxruntime-openvino à la place d'onnxruntime.</translation>
    </message>
    <message>
        <source>NVIDIA GPU with TensorRT, in 16 bits; the first run needs minutes to build its engine.</source>
        <translation>GPU NVIDIA par TensorRT, en 16 bits ; la première exécution met plusieurs minutes à construire son moteur.</translation>
    </message>
    <message>
        <source>The processor with OpenVINO, in 32 bits.</source>
        <translation>Le processeur par OpenVINO, en 32 bits.</translation>
    </message>
    <message>
        <source>The processor with OpenVINO, in bfloat16: twice as fast on processors that support it (most since 2022); 0.7 % of labels differ on cirrus and haze.</source>
        <translation>Le processeur par OpenVINO, en bfloat16 : deux fois plus rapide sur les processeurs qui le prennent en charge (la plupart depuis 2022) ; 0,7 % des classes diffèrent sur les cirrus et la brume.</translation>
    </message>
    <message>
        <source>The network of model {model} has {inputs} input and {outputs} output channels, but its card has {bands} bands and {classes} classes. {remedy}</source>
        <translation>Le réseau du modèle {model} a {inputs} canaux d'entrée et {outputs} de sortie, mais sa fiche a {bands} bandes et {classes} classes. {remedy}</translation>
    </message>
    <message>
        <source>ONNX Runtime failed on {device} ({reason}). Close other programs to free memory, or choose a smaller patch size.</source>
        <translation>ONNX Runtime a échoué sur {device} ({reason}). Fermer d'autres programmes pour libérer de la mémoire, ou choisir une taille d'imagette plus petite.</translation>
    </message>
    <message>
        <source>{device} could not be used ({reason}). Continued with {fallback}.</source>
        <translation>{device} n'a pas pu être utilisé ({reason}). Poursuite avec {fallback}.</translation>
    </message>
    <message>
        <source>{device} failed with {count} patches at a time ({reason}). Continued with {batch_size}.</source>
        <translation>{device} a échoué avec {count} imagettes à la fois ({reason}). Poursuite avec {batch_size}.</translation>
    </message>
    <message>
        <source>it was not initialised</source>
        <translation>non initialisé</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}. Install the packages by hand as described in the guide.</source>
        <translation>L'interpréteur Python de QGIS n'a été trouvé ni dans {exec_prefix}, ni à côté de {executable}. Installer les paquets à la main, comme l'explique le guide.</translation>
    </message>
    <message>
        <source>QGIS&apos;s Python ({executable}) has no {package}. Install it (Debian, Ubuntu: sudo apt install python3-pip), or put a wheel of pip into the folder of wheels.</source>
        <translation>Le Python de QGIS ({executable}) n'a pas {package}. L'installer (Debian, Ubuntu : sudo apt install python3-pip), ou placer un wheel de pip dans le dossier des wheels.</translation>
    </message>
    <message>
        <source>{folder} is in use ({reason}). Restart QGIS, then try again before you open the CloudS2Mask window or make a mask.</source>
        <translation>{folder} est en cours d'utilisation ({reason}). Redémarrer QGIS, puis réessayer avant d'ouvrir la fenêtre de CloudS2Mask ou de créer un masque.</translation>
    </message>
    <message>
        <source>The decision trees cannot be converted: {reason} ({field}). Save the whole LightGBM model as text, with two classes and splits by thresholds.</source>
        <translation>Les arbres de décision ne peuvent pas être convertis : {reason} ({field}). Enregistrer en texte le modèle LightGBM complet, à deux classes, avec des divisions par seuils.</translation>
    </message>
    <message>
        <source>the file does not begin like a LightGBM model</source>
        <translation>le fichier ne commence pas comme un modèle LightGBM</translation>
    </message>
    <message>
        <source>the file is truncated</source>
        <translation>le fichier est tronqué</translation>
    </message>
    <message>
        <source>{objective} is not a probability of two classes</source>
        <translation>{objective} n'est pas une probabilité de deux classes</translation>
    </message>
    <message>
        <source>the model averages its trees instead of adding them</source>
        <translation>le modèle fait la moyenne de ses arbres au lieu de les additionner</translation>
    </message>
    <message>
        <source>the leaves contain linear models</source>
        <translation>les feuilles contiennent des modèles linéaires</translation>
    </message>
    <message>
        <source>a split compares categories</source>
        <translation>une division compare des catégories</translation>
    </message>
    <message>
        <source>a split handles missing values separately</source>
        <translation>une division traite à part les valeurs manquantes</translation>
    </message>
    <message>
        <source>the branches are not connected</source>
        <translation>les branches ne se rejoignent pas</translation>
    </message>
    <message>
        <source>a split compares a band that does not exist</source>
        <translation>une division compare une bande qui n'existe pas</translation>
    </message>
    <message>
        <source>{count} numbers were expected</source>
        <translation>{count} nombres étaient attendus</translation>
    </message>
    <message>
        <source>the file is not text</source>
        <translation>le fichier n'est pas du texte</translation>
    </message>
    <message>
        <source>the field is missing</source>
        <translation>le champ manque</translation>
    </message>
    <message>
        <source>{path} has wrong {field}: each needs the name of a file beside the card, without folders, and optionally its sha256. Correct the card.</source>
        <translation>Dans {path}, {field} est incorrect : il faut pour chacun le nom d'un fichier à côté de la fiche, sans dossiers, et éventuellement son sha256. Corriger la fiche.</translation>
    </message>
    <message>
        <source>{path} has a {field}: models from packages cannot be imported. {remedy}</source>
        <translation>{path} a le champ {field} : les modèles de paquets ne peuvent pas être importés. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be imported: {model} is a built-in model. Choose another id.</source>
        <translation>{path} ne peut pas être importé : {model} est un modèle intégré. Choisir un autre identifiant.</translation>
    </message>
    <message>
        <source>{path} cannot be imported: a model {model} exists. Replace it, or choose another id.</source>
        <translation>{path} ne peut pas être importé : un modèle {model} existe déjà. Le remplacer, ou choisir un autre identifiant.</translation>
    </message>
    <message>
        <source>{network} does not match the {field} in its card. Export or copy it again.</source>
        <translation>{network} ne correspond pas au champ {field} de sa fiche. L'exporter ou le copier de nouveau.</translation>
    </message>
    <message>
        <source>{network} has no model card. Enter the card&apos;s fields, or choose its card.</source>
        <translation>{network} n'a pas de fiche de modèle. Remplir les champs de la fiche, ou choisir sa fiche.</translation>
    </message>
    <message>
        <source>The network {network} of the card {path} is missing. Copy it beside the card.</source>
        <translation>Le réseau {network} de la fiche {path} est introuvable. Le copier à côté de la fiche.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}). Free disk space, or close the programs that use it.</source>
        <translation>{path} ne peut pas être écrit ({reason}). Libérer de l'espace disque, ou fermer les programmes qui l'utilisent.</translation>
    </message>
    <message>
        <source>The id in its card is {id}, but its folder has another name.</source>
        <translation>L'identifiant dans sa fiche est {id}, mais son dossier a un autre nom.</translation>
    </message>
    <message>
        <source>The model in {path} cannot be removed ({reason}). Stop the runs that use it, then try again.</source>
        <translation>Le modèle dans {path} ne peut pas être supprimé ({reason}). Arrêter les exécutions qui l'utilisent, puis réessayer.</translation>
    </message>
    <message>
        <source>The network of model {model} is missing: {path}. {remedy}</source>
        <translation>Le réseau du modèle {model} est introuvable : {path}. {remedy}</translation>
    </message>
    <message>
        <source>The network of model {model} is damaged or out of date: {path}. {remedy}</source>
        <translation>Le réseau du modèle {model} est endommagé ou obsolète : {path}. {remedy}</translation>
    </message>
    <message>
        <source>{file} in {wheel} does not match its hash in the model card. Download version {version} of {package}.</source>
        <translation>{file} dans {wheel} ne correspond pas à la somme de contrôle de la fiche de modèle. Télécharger la version {version} de {package}.</translation>
    </message>
    <message>
        <source>{wheel} does not contain {file} ({reason}). Download it again.</source>
        <translation>{wheel} ne contient pas {file} ({reason}). Le télécharger de nouveau.</translation>
    </message>
    <message>
        <source>{network} stores weights in another file ({file}). Export the network as a single file.</source>
        <translation>{network} enregistre des poids dans un autre fichier ({file}). Exporter le réseau en un seul fichier.</translation>
    </message>
    <message>
        <source>{network} has {bands} bands, but its card has {expected}. Correct the card, or choose another network.</source>
        <translation>{network} a {bands} bandes, mais sa fiche en a {expected}. Corriger la fiche, ou choisir un autre réseau.</translation>
    </message>
    <message>
        <source>{network} has {classes} classes, but its card has {expected}. Correct the card, or choose another network.</source>
        <translation>{network} a {classes} classes, mais sa fiche en a {expected}. Corriger la fiche, ou choisir un autre réseau.</translation>
    </message>
    <message>
        <source>{network} only accepts batches of {count} patches. Export it with a variable batch size.</source>
        <translation>{network} n'accepte que la taille de lot {count}. L'exporter avec une taille de lot variable.</translation>
    </message>
    <message>
        <source>{network} does not classify each pixel on its own, but its card has the {field} pixel. Set it to patch.</source>
        <translation>{network} ne classe pas chaque pixel isolément, mais sa fiche indique {field} pixel. Y mettre patch.</translation>
    </message>
    <message>
        <source>{network} is not an image network: it has {inputs} inputs with {input_dimensions} dimensions, and an output with {output_dimensions}. Choose a network with one input (batch, bands, height, width).</source>
        <translation>{network} n'est pas un réseau d'images (entrées : {inputs}, dimensions de l'entrée : {input_dimensions}, de la sortie : {output_dimensions}). Choisir un réseau à une seule entrée (batch, bands, height, width).</translation>
    </message>
    <message>
        <source>{network} has an input of type {dtype}. Export it in float32.</source>
        <translation>{network} a une entrée de type {dtype}. L'exporter en float32.</translation>
    </message>
    <message>
        <source>{network} returns an array of {shape} for a patch of {edge} pixels, but {expected} was expected. Export it with one map per class, as large as the patch.</source>
        <translation>{network} renvoie un tableau de {shape} pour une imagette de {edge} pixels, mais {expected} était attendu. L'exporter avec une image par classe, de la taille de l'imagette.</translation>
    </message>
    <message>
        <source>{network} only accepts patches of {height} x {width} pixels. Set patch_size and patch_multiple to this size, or export the network for any size.</source>
        <translation>{network} n'accepte que des imagettes de {height} x {width} pixels. Donner cette taille à patch_size et patch_multiple, ou exporter le réseau pour toute taille.</translation>
    </message>
    <message>
        <source>{network} does not return probabilities: their sum in a pixel is {total:.3g}. If it returns logits, set {field} to softmax.</source>
        <translation>{network} ne renvoie pas de probabilités : leur somme dans un pixel est {total:.3g}. S'il renvoie des logits, donner à {field} la valeur softmax.</translation>
    </message>
    <message>
        <source>must be {count} as in the network, not {typed}</source>
        <translation>doivent être {count} comme dans le réseau, pas {typed}</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at most half of the patch size of {model} ({size}).</source>
        <translation>{name} vaut {value}, mais doit être au plus la moitié de la taille d'imagette de {model} ({size}).</translation>
    </message>
    <message>
        <source>{name} has no data: its whole mask is nodata.</source>
        <translation>{name} n'a pas de données : tout son masque est NoData.</translation>
    </message>
    <message>
        <source>{name} is a reduced product: its pixels, and those of the mask, have {factor:.1f} times their nominal size.</source>
        <translation>{name} est un produit réduit : ses pixels, et ceux du masque, font {factor:.1f} fois leur taille nominale.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be {size}: the model {model} only supports patches of this size.</source>
        <translation>{name} vaut {value}, mais doit être {size} : le modèle {model} n'accepte que des imagettes de cette taille.</translation>
    </message>
    <message>
        <source>{name} has no data in the area of interest: its whole mask is nodata.</source>
        <translation>{name} n'a pas de données dans la zone d'intérêt : tout son masque est NoData.</translation>
    </message>
    <message>
        <source>A raster requires {name} and no products. Mask it on its own.</source>
        <translation>Un raster demande {name} et exclut les produits. Le masquer seul.</translation>
    </message>
    <message>
        <source>{name} is the path of one mask, but there are {count} products. Mask them one by one, or set output_dir only.</source>
        <translation>{name} est le chemin d'un seul masque, mais il y a {count} produits. Les masquer un par un, ou ne définir que output_dir.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be above 0 and at most {high:.0f} metres.</source>
        <translation>{name} vaut {value!r}, mais doit être supérieur à 0 et d'au plus {high:.0f} mètres.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number above 0 and below 1.</source>
        <translation>{name} vaut {value!r}, mais doit être un nombre supérieur à 0 et inférieur à 1.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be at most half of patch_size ({size}).</source>
        <translation>{name} vaut {value}, mais doit être au plus la moitié de patch_size ({size}).</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number of metres from 0 to {high:.0f}.</source>
        <translation>{name} vaut {value!r}, mais doit être un nombre de mètres de 0 à {high:.0f}.</translation>
    </message>
    <message>
        <source>The option {name} is not supported. {remedy}</source>
        <translation>L'option {name} n'est pas prise en charge. {remedy}</translation>
    </message>
    <message>
        <source>There is no option {name}. Choose one of: {names}.</source>
        <translation>Il n'y a pas d'option {name}. Choisir l'une de celles-ci : {names}.</translation>
    </message>
    <message>
        <source>{name} requires mask_path and {option}. Set all or none.</source>
        <translation>{name} demande mask_path et {option}. Les indiquer tous ou aucun.</translation>
    </message>
    <message>
        <source>{pixels} pixels of {path} were left out, because their values have no class ({values}). Assign classes to them in &apos;Custom class values of the mask&apos; or &apos;of the reference&apos;.</source>
        <translation>{pixels} pixels de {path} ont été écartés, car leurs valeurs n'ont pas de classe ({values}). Leur affecter des classes dans « Valeurs des classes personnalisées du masque » ou « de la référence ».</translation>
    </message>
    <message>
        <source>{count} cloud masks belong to {scene}, but exactly one is needed. The scene&apos;s file name must begin with the product&apos;s name.</source>
        <translation>{count} masques de nuages correspondent à {scene}, mais il en faut exactement un. Le nom du fichier de la scène doit commencer par le nom du produit.</translation>
    </message>
    <message>
        <source>{network} returns invalid values (NaN or infinity). Choose another model, or ask its author for a new file.</source>
        <translation>{network} renvoie des valeurs non valides (NaN ou infini). Choisir un autre modèle, ou demander un nouveau fichier à son auteur.</translation>
    </message>
    <message>
        <source>its output contains NaN or infinity</source>
        <translation>sa sortie contient NaN ou l'infini</translation>
    </message>
    <message>
        <source>{classes} cannot be among the classes that are not usable. Choose at least one of: {allowed}.</source>
        <translation>{classes} ne peut pas figurer parmi les classes non exploitables. En choisir au moins une parmi : {allowed}.</translation>
    </message>
    <message>
        <source>Choose at least one class that is not usable: {allowed}.</source>
        <translation>Choisir au moins une classe non exploitable : {allowed}.</translation>
    </message>
    <message>
        <source>{network} contains invalid weights (NaN or infinity) in {weights}. Ask its author for a new file.</source>
        <translation>{network} contient des poids non valides (NaN ou infini) dans {weights}. Demander un nouveau fichier à son auteur.</translation>
    </message>
    <message>
        <source>{network} returns invalid values (NaN or infinity). Check mean and std in its card, or ask its author for a new file.</source>
        <translation>{network} renvoie des valeurs non valides (NaN ou infini). Vérifier mean et std dans sa fiche, ou demander un nouveau fichier à son auteur.</translation>
    </message>
    <message>
        <source>{path} exists, but is not a mask made with CloudS2Mask. Choose another output folder.</source>
        <translation>{path} existe, mais n'est pas un masque créé avec CloudS2Mask. Choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>Band {number} of {name} has scale {scale:g} and offset {offset:g}, which cannot give reflectance. Enter both: usually 0.0001 and 0, or 0.0001 and -0.1 from baseline 04.00 on.</source>
        <translation>La bande {number} de {name} a l'échelle {scale:g} et le décalage {offset:g}, qui ne peuvent pas donner une réflectance. Indiquer les deux : d'ordinaire 0.0001 et 0, ou 0.0001 et -0.1 à partir de la baseline 04.00.</translation>
    </message>
    <message>
        <source>{path} cannot be written: its name is too long. Shorten the name of the product or of the output folder.</source>
        <translation>{path} ne peut pas être écrit : son nom est trop long. Raccourcir le nom du produit ou du dossier de sortie.</translation>
    </message>
    <message>
        <source>it has no input</source>
        <translation>il n'a pas d'entrée</translation>
    </message>
    <message>
        <source>The packages need numpy {oldest}, but QGIS has {version}. Update QGIS.</source>
        <translation>Les paquets nécessitent numpy {oldest}, mais QGIS a {version}. Mettre QGIS à jour.</translation>
    </message>
    <message>
        <source>There is no {package} for Python {python} on {system}. Install it by hand as described in the guide.</source>
        <translation>{package} n'existe pas pour Python {python} sous {system}. L'installer à la main comme décrit dans le guide.</translation>
    </message>
    <message>
        <source>The band file {path} is damaged: {reason}. Download the product again.</source>
        <translation>Le fichier de bande {path} est endommagé : {reason}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>it is not a JPEG 2000 file</source>
        <translation>ce n'est pas un fichier JPEG 2000</translation>
    </message>
    <message>
        <source>the archive does not contain it, or contains it twice</source>
        <translation>l'archive ne le contient pas, ou le contient deux fois</translation>
    </message>
    <message>
        <source>the archive compresses it by a method that GDAL cannot read</source>
        <translation>l'archive le compresse par une méthode que GDAL ne sait pas lire</translation>
    </message>
    <message>
        <source>box {name!r}</source>
        <translation>boîte {name!r}</translation>
    </message>
    <message>
        <source>segment {name}</source>
        <translation>segment {name}</translation>
    </message>
    <message>
        <source>tile {number}</source>
        <translation>tuile {number}</translation>
    </message>
    <message>
        <source>its {element} ends beyond the end of the file</source>
        <translation>élément qui dépasse la fin du fichier : {element}</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>il est vide</translation>
    </message>
    <message>
        <source>its {element} is missing or damaged</source>
        <translation>élément manquant ou endommagé : {element}</translation>
    </message>
    <message>
        <source>last box</source>
        <translation>dernière boîte</translation>
    </message>
    <message>
        <source>{path} could not be masked: the system starts no more threads. Close other programs, or raise the limit of processes (ulimit -u).</source>
        <translation>{path} n'a pas pu être masqué : le système ne démarre plus de threads. Fermer d'autres programmes, ou relever la limite de processus (ulimit -u).</translation>
    </message>
    <message>
        <source>{path} would also be the mask of another scene of this run, with the same name. Mask {scene} into another output folder.</source>
        <translation>{path} serait aussi le masque d'une autre scène de cette exécution, du même nom. Masquer {scene} dans un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}), but it is as delivered: its checksum equals that in manifest.safe. Free memory and try again, or choose another product.</source>
        <translation>Le fichier de bande {path} ne peut pas être lu ({reason}), mais il est tel que livré : sa somme de contrôle est celle de manifest.safe. Libérer de la mémoire et réessayer, ou choisir un autre produit.</translation>
    </message>
    <message>
        <source>{path} cannot be verified: its manifest.safe has no MD5 or SHA3-256 checksum for {files}. Mask it without verification, or download it again.</source>
        <translation>{path} ne peut pas être vérifié : manifest.safe n'a pas de somme de contrôle MD5 ou SHA3-256 pour {files}. Masquer sans vérification, ou télécharger de nouveau.</translation>
    </message>
    <message>
        <source>{path} is damaged: manifest.safe has other checksums for {files}. Download the product again.</source>
        <translation>{path} est endommagé : manifest.safe a d'autres sommes de contrôle pour {files}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}), and manifest.safe has other checksums for {files}. Download the product again.</source>
        <translation>Le fichier de bande {path} ne peut pas être lu ({reason}), et manifest.safe a d'autres sommes de contrôle pour {files}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} cannot be verified: it has no manifest.safe. Mask it without verification, or download it again.</source>
        <translation>{path} ne peut pas être vérifié : manifest.safe manque. Masquer sans vérification, ou télécharger de nouveau.</translation>
    </message>
    <message>
        <source>Verifying files</source>
        <translation>Vérification des fichiers</translation>
    </message>
    <message>
        <source>Verifying file {number} of {count}</source>
        <translation>Vérification du fichier {number} sur {count}</translation>
    </message>
    <message>
        <source>The bands of {name} have no coordinate reference system, so it was taken from MTD_TL.xml. If other rasters lack theirs too, PROJ_LIB or PROJ_DATA leads to another database of PROJ.</source>
        <translation>Les bandes de {name} n'ont pas de système de coordonnées de référence ; il a été repris de MTD_TL.xml. S'il manque aussi à d'autres rasters, PROJ_LIB ou PROJ_DATA mène à une autre base de données de PROJ.</translation>
    </message>
    <message>
        <source>{path} has baseline {baseline} but no RADIO_ADD_OFFSET or BOA_ADD_OFFSET. Download the product again, or process it with sen2cor 2.10 or later.</source>
        <translation>{path} a la baseline {baseline}, mais pas de RADIO_ADD_OFFSET ni de BOA_ADD_OFFSET. Télécharger à nouveau le produit, ou le traiter avec sen2cor à partir de 2.10.</translation>
    </message>
    <message>
        <source>{path} contains {count} products: {names}. Choose one by adding its name to the path.</source>
        <translation>{path} contient {count} produits : {names}. En choisir un en ajoutant son nom au chemin.</translation>
    </message>
    <message>
        <source>{name} is of processing baseline {baseline} and declares no offset, so -0.1 was used. Enter the offset 0 if it was applied already.</source>
        <translation>{name} est de la baseline de traitement {baseline} et n'indique pas de décalage ; -0,1 a été utilisé. Saisir le décalage 0 s'il a déjà été appliqué.</translation>
    </message>
    <message>
        <source>{name} has {pixels:.3g} pixels at {resolution:g} m, more than {most:.3g}. Choose a coarser resolution, or a raster with smaller pixels.</source>
        <translation>{name} a {pixels:.3g} pixels à {resolution:g} m, plus que {most:.3g}. Choisir une résolution plus grossière, ou un raster aux pixels plus petits.</translation>
    </message>
    <message>
        <source>The band file {path} changed while it was read. Mask the product again when nothing writes to it.</source>
        <translation>Le fichier de bande {path} a changé pendant la lecture. Masquer de nouveau le produit quand plus rien n'y écrit.</translation>
    </message>
    <message>
        <source>The extent {extent} has its edges in the wrong order. Give left, bottom, right and top.</source>
        <translation>Les bords de l'étendue {extent} ne sont pas dans l'ordre. Donner gauche, bas, droite et haut.</translation>
    </message>
    <message>
        <source>The area of interest has a coordinate of {number:g}, which no map has. Choose another area.</source>
        <translation>La zone d'intérêt a la coordonnée {number:g}, qui n'est sur aucune carte. Choisir une autre zone.</translation>
    </message>
    <message>
        <source>a point of it has no place there</source>
        <translation>un de ses points n'y a pas de place</translation>
    </message>
    <message>
        <source>{name} has pixels of {size:g} metres from {left:g}, {top:g}, which is no place on the Earth. Correct its georeference.</source>
        <translation>{name} a des pixels de {size:g} mètres à partir de {left:g}, {top:g}, ce qui n'est pas un lieu sur Terre. Corriger son géoréférencement.</translation>
    </message>
    <message>
        <source>{path} is not north up with square pixels. Download it again.</source>
        <translation>{path} n'est pas orienté au nord avec des pixels carrés. Télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{path} is not where its metadata says ({extent}; {stated}). Download it again.</source>
        <translation>{path} n'est pas là où ses métadonnées l'indiquent ({extent} ; {stated}). Télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, and no metadata that states it. Download it again.</source>
        <translation>{path} n'a pas de système de coordonnées de référence, ni de métadonnées qui l'indiquent. Télécharger à nouveau.</translation>
    </message>
    <message>
        <source>its edges are too long</source>
        <translation>ses bords sont trop longs</translation>
    </message>
    <message>
        <source>{name} requires a product: a raster has no manifest.safe with checksums.</source>
        <translation>{name} nécessite un produit : un raster n'a pas de manifest.safe avec des sommes de contrôle.</translation>
    </message>
    <message>
        <source>{path} is not a GeoTIFF. Choose a name that ends in .tif.</source>
        <translation>{path} n'est pas un GeoTIFF. Choisir un nom qui se termine par .tif.</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}): its checksum differs from manifest.safe. Download the product again.</source>
        <translation>Le fichier de bande {path} ne peut pas être lu ({reason}) : sa somme de contrôle diffère de manifest.safe. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>its name or a message of the system is not UTF-8</source>
        <translation>son nom ou un message du système n'est pas en UTF-8</translation>
    </message>
    <message>
        <source>The name of {path} is not UTF-8. Rename the product or its folder.</source>
        <translation>Le nom de {path} n'est pas en UTF-8. Renommer le produit ou son dossier.</translation>
    </message>
    <message>
        <source>it was not written completely</source>
        <translation>il n'a pas été écrit en entier</translation>
    </message>
    <message>
        <source>{path} needs more memory than the system gives. Close other programs, or raise the limit of memory (ulimit -v).</source>
        <translation>{path} demande plus de mémoire que le système n'en donne. Fermer d'autres programmes ou relever la limite de mémoire (ulimit -v).</translation>
    </message>
    <message>
        <source>requires that normalisation is patch</source>
        <translation>exige que normalisation soit patch</translation>
    </message>
    <message>
        <source>must have weights if the card has a publication, and none otherwise</source>
        <translation>doivent avoir weights si la fiche a une publication, sinon aucun</translation>
    </message>
    <message>
        <source>must have either a sha256 or weights</source>
        <translation>doivent avoir soit sha256, soit weights</translation>
    </message>
    <message>
        <source>must not both be given</source>
        <translation>ne doivent pas être donnés tous les deux</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>doit être true ou false</translation>
    </message>
    <message>
        <source>must list file (a name without folders) and sha256, with member in packages, or weights if published</source>
        <translation>doivent indiquer file (un nom sans dossier) et sha256, avec member pour les paquets, ou weights s'ils sont publiés</translation>
    </message>
    <message>
        <source>must contain page, and may contain address (which ends with /), revision and consent</source>
        <translation>doit contenir page et peut contenir address (qui se termine par /), revision et consent</translation>
    </message>
    <message>
        <source>Check the connection and the proxy, set a mirror, or choose a folder that holds the file.</source>
        <translation>Vérifier la connexion et le proxy, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{file} and its network need {needed} MB, but {folder} has {free} MB free. Free disk space.</source>
        <translation>{file} et son réseau demandent {needed} Mo, mais {folder} n'a que {free} Mo libres. Libérer de l'espace disque.</translation>
    </message>
    <message>
        <source>{done} of {size} bytes have arrived</source>
        <translation>{done} octets sur {size} sont arrivés</translation>
    </message>
    <message>
        <source>A model {model} was imported and is in use. Remove it first, then fetch the published one.</source>
        <translation>Un modèle {model} a été importé et est utilisé. Le supprimer d'abord, puis télécharger celui qui est publié.</translation>
    </message>
    <message>
        <source>The licence of {model} is {licence}. Read it on {page}. To accept it, tick it in QGIS, or add --accept-licence to the command.</source>
        <translation>La licence de {model} est {licence}. La lire sur {page}. Pour l'accepter, la cocher dans QGIS, ou ajouter --accept-licence à la commande.</translation>
    </message>
    <message>
        <source>{model} has no published weights. {remedy}</source>
        <translation>{model} n'a pas de poids publiés. {remedy}</translation>
    </message>
    <message>
        <source>{folder} does not hold {files}. Copy them from {page} into it, by the same names.</source>
        <translation>{folder} ne contient pas {files}. Les y copier depuis {page}, sous les mêmes noms.</translation>
    </message>
    <message>
        <source>The mirror {mirror} is not an address. Write one such as https://mirror.example.</source>
        <translation>Le miroir {mirror} n'est pas une adresse. En indiquer une comme https://mirror.example.</translation>
    </message>
    <message>
        <source>The weights of {model} can only be downloaded by hand: open {page}, put {files} into a folder, and choose that folder.</source>
        <translation>Les poids de {model} ne peuvent être téléchargés qu'à la main : ouvrir {page}, mettre {files} dans un dossier, et choisir ce dossier.</translation>
    </message>
    <message>
        <source>{path} is not the published file: its SHA-256 is {found} instead of {expected}. Download it again.</source>
        <translation>{path} n'est pas le fichier publié : son SHA-256 est {found} au lieu de {expected}. Le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{file} has changed since its first use: its SHA-256 is {found} instead of {expected}. If you trust the new file, remove the model {model}, then fetch it again.</source>
        <translation>{file} a changé depuis sa première utilisation : son SHA-256 est {found} au lieu de {expected}. Si le nouveau fichier est digne de confiance, supprimer le modèle {model}, puis le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>{file} is being downloaded by another program. Wait until it ends.</source>
        <translation>{file} est en cours de téléchargement par un autre programme. Attendre qu'il ait fini.</translation>
    </message>
    <message>
        <source>{host} limits downloads (HTTP {status}). Try again in {minutes} min, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} limite les téléchargements (HTTP {status}). Réessayer dans {minutes} min, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} has a fault of its own (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} a lui-même une panne (HTTP {status}). Réessayer plus tard, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} answers HTTP {status} in place of {file}. Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} répond HTTP {status} au lieu de {file}. Réessayer plus tard, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} does not have {file} (HTTP {status}): it was moved, or the mirror lacks it. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} n'a pas {file} (HTTP {status}) : il a été déplacé, ou le miroir ne l'a pas. Indiquer un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} gives {file} only after a login (HTTP {status}). Set an authentication or another mirror, or choose a folder that holds the file.</source>
        <translation>{host} ne donne {file} qu'après une connexion (HTTP {status}). Indiquer une authentification ou un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} refuses to give {file} (HTTP {status}); your network may block it. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} refuse de donner {file} (HTTP {status}) ; le réseau le bloque peut-être. Indiquer un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>The proxy asks for a login before it reaches {host} (HTTP {status}). Enter user and password in the settings of the network, or choose a folder that holds the file.</source>
        <translation>Le proxy demande une connexion avant de joindre {host} (HTTP {status}). Saisir utilisateur et mot de passe dans les paramètres du réseau, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} limits downloads (HTTP {status}). Try again later, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} limite les téléchargements (HTTP {status}). Réessayer plus tard, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>The download was cancelled. The next one continues where it stopped.</source>
        <translation>Le téléchargement a été annulé. Le prochain reprendra où il s'est arrêté.</translation>
    </message>
    <message>
        <source>The connection to {host} broke ({reason}). Download again: it continues where it stopped.</source>
        <translation>La connexion à {host} a été coupée ({reason}). Télécharger à nouveau : le téléchargement reprend où il s'est arrêté.</translation>
    </message>
    <message>
        <source>The authentication {authcfg} of the download settings cannot be used. Choose another one, or none.</source>
        <translation>L'authentification {authcfg} des paramètres de téléchargement est inutilisable. En choisir une autre, ou aucune.</translation>
    </message>
    <message>
        <source>{host} redirects {file} to {address}, which is not safe. The login page of a network may be the cause: log in with a browser, or choose a folder that holds the file.</source>
        <translation>{host} redirige {file} vers {address}, ce qui n'est pas sûr. La page de connexion d'un réseau en est peut-être la cause : se connecter dans un navigateur, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} sent a web page in place of {file}, usually the login page of a network. Log in with a browser and download again, set a mirror, or choose a folder that holds the file.</source>
        <translation>{host} a envoyé une page web au lieu de {file}, le plus souvent la page de connexion d'un réseau. Se connecter dans un navigateur et télécharger à nouveau, indiquer un miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} does not say how long {file} is, so it cannot be checked. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} n'indique pas la taille de {file}, qui ne peut donc pas être vérifié. Indiquer un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} has another file in place of {file}: {found} bytes instead of {expected}. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} a un autre fichier à la place de {file} : {found} octets au lieu de {expected}. Indiquer un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>{host} sent another file in place of {file}: its SHA-256 is {found} instead of {expected}. It was not kept. Set another mirror, or choose a folder that holds the file.</source>
        <translation>{host} a envoyé un autre fichier au lieu de {file} : son SHA-256 est {found} au lieu de {expected}. Il n'a pas été gardé. Indiquer un autre miroir, ou choisir un dossier qui contient le fichier.</translation>
    </message>
    <message>
        <source>of {count} tensors: {differences}</source>
        <translation>sur {count} tenseurs : {differences}</translation>
    </message>
    <message>
        <source>{path} does not fit the network {graph}: {difference}. Choose the file that the authors publish.</source>
        <translation>{path} ne correspond pas au réseau {graph} : {difference}. Choisir le fichier que les auteurs publient.</translation>
    </message>
    <message>
        <source>{path} contains invalid weights (NaN or infinity) in {tensor}. Download it again.</source>
        <translation>{path} contient des poids invalides (NaN ou infini) dans {tensor}. Le télécharger à nouveau.</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>manquants</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>inconnus</translation>
    </message>
    <message>
        <source>of another shape</source>
        <translation>d'une autre forme</translation>
    </message>
    <message>
        <source>{name}: {shape} instead of {expected}</source>
        <translation>{name} : {shape} au lieu de {expected}</translation>
    </message>
    <message>
        <source>{path} contains no network of this plugin; the closest is {graph}: {difference}. {remedy}</source>
        <translation>{path} ne contient aucun réseau de cette extension ; le plus proche est {graph} : {difference}. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be used: {graphs} have the same tensors, and only the whole network tells them apart. Choose the file that the authors publish.</source>
        <translation>{path} est inutilisable : {graphs} ont les mêmes tenseurs, et seul le réseau entier les distingue. Choisir le fichier que les auteurs publient.</translation>
    </message>
    <message>
        <source>{path} has the tensors of {graph}, but another layer: {difference}. Choose the file that the authors publish.</source>
        <translation>{path} a les tenseurs de {graph}, mais une autre couche : {difference}. Choisir le fichier que les auteurs publient.</translation>
    </message>
    <message>
        <source>{path} contains no network of this plugin: none of its {count} tensors is known. {remedy}</source>
        <translation>{path} ne contient aucun réseau de cette extension : aucun de ses {count} tenseurs n'est connu. {remedy}</translation>
    </message>
    <message>
        <source>{name} is unknown</source>
        <translation>{name} est inconnu</translation>
    </message>
    <message>
        <source>{name} is missing</source>
        <translation>{name} manque</translation>
    </message>
    <message>
        <source>{name} is {kind} instead of {expected}</source>
        <translation>{name} est {kind} au lieu de {expected}</translation>
    </message>
    <message>
        <source>{name} has {option} {value} instead of {expected}</source>
        <translation>{name} a {option} {value} au lieu de {expected}</translation>
    </message>
    <message>
        <source>The graph template {path} of the plugin cannot be used ({reason}). Install the plugin again.</source>
        <translation>Le modèle de graphe {path} de l'extension est inutilisable ({reason}). Réinstaller l'extension.</translation>
    </message>
    <message>
        <source>There is no model {model!r} with published weights. Choose one of: {names}.</source>
        <translation>Il n'existe pas de modèle {model!r} aux poids publiés. En choisir un parmi : {names}.</translation>
    </message>
    <message>
        <source>{path} and {other} contain the same network of {model}. Give one file for each network.</source>
        <translation>{path} et {other} contiennent le même réseau de {model}. Donner un fichier par réseau.</translation>
    </message>
    <message>
        <source>{model} needs another file: {files}. Give the files of all its networks together.</source>
        <translation>{model} a besoin d'un autre fichier : {files}. Donner ensemble les fichiers de tous ses réseaux.</translation>
    </message>
    <message>
        <source>{path} has a {field}: of published models, the weights are imported, not the card. Choose the file of weights.</source>
        <translation>{path} a un champ {field} : des modèles publiés, on importe les poids, pas la fiche. Choisir le fichier de poids.</translation>
    </message>
    <message>
        <source>{path} cannot be used as a model card: {reason}. Choose a card (.json), a network (.onnx), or published weights ({suffixes}).</source>
        <translation>{path} est inutilisable comme fiche de modèle : {reason}. Choisir une fiche (.json), un réseau (.onnx) ou des poids publiés ({suffixes}).</translation>
    </message>
    <message>
        <source>Choose a file of weights that the authors of {systems} publish.</source>
        <translation>Choisir un fichier de poids que les auteurs de {systems} publient.</translation>
    </message>
    <message>
        <source>Choose {files}.</source>
        <translation>Choisir {files}.</translation>
    </message>
    <message>
        <source>{path} cannot be imported: a model {model} exists. Replace it, or remove it first.</source>
        <translation>{path} ne peut pas être importé : un modèle {model} existe déjà. Le remplacer, ou d'abord le supprimer.</translation>
    </message>
    <message>
        <source>{path} is not the file that the authors publish: its SHA-256 is {found}…, not {expected}…. Download it again. Weights of your own: make bind builds a model to import from them.</source>
        <translation>{path} n'est pas le fichier que les auteurs publient : son SHA-256 est {found}…, et non {expected}…. Le télécharger de nouveau. Poids personnels : make bind en fait un modèle à importer.</translation>
    </message>
    <message>
        <source>{path} contains {found}, not {model}. {remedy}</source>
        <translation>{path} contient {found}, non {model}. {remedy}</translation>
    </message>
    <message>
        <source>The tensors of {path} do not say which network of {model} they are, only its published name does. {remedy}</source>
        <translation>Les tenseurs de {path} ne disent pas de quel réseau de {model} il s'agit, seul le nom publié le dit. {remedy}</translation>
    </message>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>Rename the file to {files}.</source>
        <translation>Renommer le fichier en {files}.</translation>
    </message>
    <message>
        <source>The network {network} of model {model} is missing: it is built from {weights}. {remedy}</source>
        <translation>Le réseau {network} du modèle {model} manque : il est construit à partir de {weights}. {remedy}</translation>
    </message>
    <message>
        <source>narrow near infrared</source>
        <translation>proche infrarouge étroit</translation>
    </message>
    <message>
        <source>{name}: B08 is used as near infrared, in place of B8A. For Sentinel-2, assign B8A: with B08, about 2 % of the pixels get another class.</source>
        <translation>{name} : B08 sert de proche infrarouge, à la place de B8A. Pour Sentinel-2, affecter B8A : avec B08, environ 2 % des pixels reçoivent une autre classe.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {bands}; the raster has {count}. Assign green, red and near infrared, blue unless the model is made for any sensor, and both SWIR bands or neither.</source>
        <translation>Aucune bande de {name} n'est affectée à {bands} ; le raster en a {count}. Affecter le vert, le rouge et le proche infrarouge, le bleu sauf si le modèle est fait pour tout capteur, et les deux bandes SWIR ou aucune.</translation>
    </message>
    <message>
        <source>No band of {name} is assigned to {band} ({label}). Assign one, or choose a model that does not need it, such as omnicloudmask.</source>
        <translation>Aucune bande de {name} n'est affectée à {band} ({label}). En affecter une, ou choisir un modèle qui n'en a pas besoin, comme omnicloudmask.</translation>
    </message>
    <message>
        <source>it contains quantised, sparse or other unusual tensors ({name})</source>
        <translation>il contient des tenseurs quantifiés, creux ou inhabituels ({name})</translation>
    </message>
    <message>
        <source>it has a part that Keras does not write ({part})</source>
        <translation>il a une partie que Keras n'écrit pas ({part})</translation>
    </message>
    <message>
        <source>the part {part} is missing</source>
        <translation>la partie {part} est absente</translation>
    </message>
    <message>
        <source>the tensor {tensor} has numbers of the type {dtype}, which no network here uses</source>
        <translation>le tenseur {tensor} a des nombres du type {dtype}, qu'aucun réseau n'utilise ici</translation>
    </message>
    <message>
        <source>the tensor {tensor} has no possible shape or place</source>
        <translation>le tenseur {tensor} a une forme ou une place impossible</translation>
    </message>
    <message>
        <source>its tensors are larger than the file</source>
        <translation>ses tenseurs sont plus grands que le fichier</translation>
    </message>
    <message>
        <source>it contains no layers with weights</source>
        <translation>il ne contient aucune couche avec des poids</translation>
    </message>
    <message>
        <source>it contains {name} twice</source>
        <translation>il contient {name} deux fois</translation>
    </message>
    <message>
        <source>it is neither a safetensors file nor one of PyTorch or Keras</source>
        <translation>ce n'est pas un fichier de safetensors, PyTorch ou Keras</translation>
    </message>
    <message>
        <source>{path} cannot be used as weights: {reason}. {remedy}</source>
        <translation>{path} ne peut pas servir de fichier de poids : {reason}. {remedy}</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Check that it exists and may be read.</source>
        <translation>{path} ne peut pas être lu ({reason}). Vérifier qu'il existe et que sa lecture est permise.</translation>
    </message>
    <message>
        <source>it is larger than 2 GB, the largest size of a network</source>
        <translation>il dépasse 2 Go, la taille maximale d'un réseau</translation>
    </message>
    <message>
        <source>it is empty, or only the space for a download that was interrupted</source>
        <translation>il est vide, ou seulement la place d'un téléchargement interrompu</translation>
    </message>
    <message>
        <source>it is a Git LFS pointer, which only stands for the file</source>
        <translation>c'est un pointeur Git LFS, qui ne fait que représenter le fichier</translation>
    </message>
    <message>
        <source>it is a web page that the server sent in place of the file</source>
        <translation>c'est une page web que le serveur a envoyée à la place du fichier</translation>
    </message>
    <message>
        <source>it was saved by PyTorch before version 1.6, or in the format of that time</source>
        <translation>il a été enregistré par PyTorch avant la version 1.6, ou dans le format de l'époque</translation>
    </message>
    <message>
        <source>it is a text, which begins with {text!r}</source>
        <translation>c'est un texte, qui commence par {text!r}</translation>
    </message>
    <message>
        <source>Download the file itself, or run git lfs pull.</source>
        <translation>Télécharger le fichier lui-même, ou exécuter git lfs pull.</translation>
    </message>
    <message>
        <source>Open the address in a browser, sign in or confirm there, and download the file itself.</source>
        <translation>Ouvrir l'adresse dans un navigateur, s'y connecter ou confirmer, et télécharger le fichier lui-même.</translation>
    </message>
    <message>
        <source>Save it again with a newer PyTorch: torch.save(torch.load(file), file).</source>
        <translation>L'enregistrer de nouveau avec un PyTorch plus récent : torch.save(torch.load(file), file).</translation>
    </message>
    <message>
        <source>the tensor {tensor} contains numbers that are not finite</source>
        <translation>le tenseur {tensor} contient des nombres qui ne sont pas finis</translation>
    </message>
    <message>
        <source>it asks for {name}, which no network here needs and which may do harm</source>
        <translation>il demande {name}, dont aucun réseau n'a besoin ici et qui peut nuire</translation>
    </message>
    <message>
        <source>Do not open it with other programs. Use the file that the authors of the network publish.</source>
        <translation>Ne pas l'ouvrir avec d'autres programmes. Utiliser le fichier que publient les auteurs du réseau.</translation>
    </message>
    <message>
        <source>its list of tensors is damaged</source>
        <translation>sa liste de tenseurs est endommagée</translation>
    </message>
    <message>
        <source>it has the instruction {opcode}, which no weights need</source>
        <translation>il contient l'instruction {opcode}, dont aucun poids n'a besoin</translation>
    </message>
    <message>
        <source>it has more instructions than a network needs</source>
        <translation>il contient plus d'instructions qu'un réseau n'en a besoin</translation>
    </message>
    <message>
        <source>its header is damaged</source>
        <translation>son en-tête est endommagé</translation>
    </message>
    <message>
        <source>it has more bytes than its tensors</source>
        <translation>il a plus d'octets que ses tenseurs</translation>
    </message>
    <message>
        <source>it contains neither a network nor its state dictionary</source>
        <translation>il ne contient ni réseau ni son dictionnaire d'état</translation>
    </message>
    <message>
        <source>it contains no tensors that have names</source>
        <translation>il ne contient aucun tenseur qui ait un nom</translation>
    </message>
    <message>
        <source>its module {module} is damaged</source>
        <translation>son module {module} est endommagé</translation>
    </message>
    <message>
        <source>its modules are nested too deeply, or too many</source>
        <translation>ses modules sont trop imbriqués ou trop nombreux</translation>
    </message>
    <message>
        <source>it is an archive without the weights of one network</source>
        <translation>c'est une archive sans les poids d'un réseau</translation>
    </message>
    <message>
        <source>its numbers are big-endian</source>
        <translation>ses nombres sont gros-boutistes</translation>
    </message>
    <message>
        <source>another program has compressed it</source>
        <translation>un autre programme l'a compressé</translation>
    </message>
    <message>
        <source>the part {part} has a wrong size</source>
        <translation>la partie {part} a une taille fausse</translation>
    </message>
    <message>
        <source>its entry {tensor} is no tensor</source>
        <translation>son entrée {tensor} n'est pas un tenseur</translation>
    </message>
    <message>
        <source>the tensor {tensor} is stored as its negative</source>
        <translation>le tenseur {tensor} est enregistré comme son opposé</translation>
    </message>
    <message>
        <source>If it contains a file of weights, unpack that one and use it.</source>
        <translation>S'il contient un fichier de poids, l'extraire et l'utiliser.</translation>
    </message>
    <message>
        <source>the part {part} is damaged</source>
        <translation>la partie {part} est endommagée</translation>
    </message>
    <message>
        <source>Download it again.</source>
        <translation>Le télécharger de nouveau.</translation>
    </message>
    <message>
        <source>Use the file that the authors of the network publish.</source>
        <translation>Utiliser le fichier que publient les auteurs du réseau.</translation>
    </message>
    <message>
        <source>Cloud alone, L1C only: decision trees classify each pixel on its own. No shadow and no thin cloud. The fastest model.</source>
        <translation>Nuages seulement, L1C seulement : des arbres de décision classent chaque pixel séparément. Ni ombres ni nuages fins. Le modèle le plus rapide.</translation>
    </message>
    <message>
        <source>{file} and {count} more</source>
        <translation>{file} et {count} autre(s)</translation>
    </message>
    <message>
        <source>of another type</source>
        <translation>d'un autre type</translation>
    </message>
    <message>
        <source>{name} has no {option}</source>
        <translation>{name} n'a pas de {option}</translation>
    </message>
    <message>
        <source>it is a folder, a device or a pipe, not a file</source>
        <translation>c'est un dossier, un périphérique ou un tube, pas un fichier</translation>
    </message>
    <message>
        <source>The address of the mirror {mirror} contains a login. Remove it; in QGIS, choose a login with Login…, without QGIS, write it into the file .netrc.</source>
        <translation>L'adresse du miroir {mirror} contient des identifiants. Les retirer ; dans QGIS, choisir une authentification avec Connexion…, sans QGIS, les écrire dans le fichier .netrc.</translation>
    </message>
    <message>
        <source>{folder} does not exist. Choose the folder that holds the weights.</source>
        <translation>{folder} n'existe pas. Choisir le dossier qui contient les poids.</translation>
    </message>
    <message>
        <source>The models folder {folder} cannot be written to ({reason}). Free disk space, close the programs that use its files, or name another folder in the variable CLOUD_S2_MASK_MODELS.</source>
        <translation>Impossible d'écrire dans le dossier des modèles {folder} ({reason}). Libérer de l'espace disque, fermer les programmes qui utilisent ses fichiers ou indiquer un autre dossier par la variable CLOUD_S2_MASK_MODELS.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}). Check the disk, and if you may read the file.</source>
        <translation>{path} ne peut pas être lu ({reason}). Vérifier le disque, et si la lecture du fichier est permise.</translation>
    </message>
    <message>
        <source>Download it with Raster &gt; CloudS2Mask &gt; Models, or clouds2mask:fetchmodel in the toolbox; without QGIS: make fetch</source>
        <translation>Le télécharger avec Raster &gt; CloudS2Mask &gt; Modèles, ou clouds2mask:fetchmodel dans la boîte à outils ; sans QGIS : make fetch</translation>
    </message>
    <message>
        <source>The Python package {package} cannot be imported ({reason}). Install it with Raster &gt; CloudS2Mask &gt; Install or update components, or without QGIS: python3 -m pip install onnxruntime (onnxruntime-gpu for NVIDIA GPUs).</source>
        <translation>Le paquet Python {package} ne peut pas être importé ({reason}). L'installer avec Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants, ou sans QGIS : python3 -m pip install onnxruntime (onnxruntime-gpu pour les GPU NVIDIA).</translation>
    </message>
    <message>
        <source>it is not a valid ONNX file, or it is incomplete</source>
        <translation>ce n'est pas un fichier ONNX valide, ou il est incomplet</translation>
    </message>
    <message>
        <source>Preparing a network needs the Python package {package}. Raster &gt; CloudS2Mask &gt; Install or update components installs it for that; without QGIS: python3 -m pip install {package}</source>
        <translation>La préparation d'un réseau nécessite le paquet Python {package}. Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants l'installe à cette fin ; sans QGIS : python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>{path} could not be masked because of an error in CloudS2Mask or too little memory ({name}: {reason}). Close other programs and try again; if it fails again, report it with Install or update components &gt; Copy diagnostics.</source>
        <translation>{path} n'a pas pu être masqué : erreur de CloudS2Mask ou manque de mémoire ({name} : {reason}). Fermer d'autres programmes et réessayer ; sinon, signaler l'erreur avec Installer ou mettre à jour les composants &gt; Copier le diagnostic.</translation>
    </message>
    <message>
        <source>unreadable shares of the classes</source>
        <translation>des parts de classes illisibles</translation>
    </message>
    <message>
        <source>it is incomplete or damaged</source>
        <translation>il est incomplet ou endommagé</translation>
    </message>
    <message>
        <source>the tensor {tensor} is incomplete or lies at a wrong place</source>
        <translation>le tenseur {tensor} est incomplet ou mal placé</translation>
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
        <translation>s2cloudless, nuages pixel par pixel</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 4 bands, L1C</source>
        <translation>UKIS csmask U-Net, 4 bandes, L1C</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 4 bands, L2A</source>
        <translation>UKIS csmask U-Net, 4 bandes, L2A</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 6 bands, L1C</source>
        <translation>UKIS csmask U-Net, 6 bandes, L1C</translation>
    </message>
    <message>
        <source>UKIS csmask U-Net, 6 bands, L2A</source>
        <translation>UKIS csmask U-Net, 6 bandes, L2A</translation>
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
        <translation>{path} est tronqué ou endommagé. Le télécharger de nouveau.</translation>
    </message>
    <message>
        <source>Install it with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: make models</source>
        <translation>L'installer avec Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants ; sans QGIS : make models</translation>
    </message>
    <message>
        <source>Download the weights from the authors&apos; page, and import them with Raster &gt; CloudS2Mask &gt; Models, or with clouds2mask:importmodel in the toolbox; without QGIS: make fetch FROM=folder</source>
        <translation>Télécharger les poids sur la page des auteurs, et les importer avec Raster &gt; CloudS2Mask &gt; Modèles, ou clouds2mask:importmodel dans la boîte à outils ; sans QGIS : make fetch FROM=dossier</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be written to ({reason}). Choose another one.</source>
        <translation>Impossible d'écrire dans le dossier de sortie {folder} ({reason}). En choisir un autre.</translation>
    </message>
    <message>
        <source>The output folder {folder} cannot be created: {parent} does not exist. Create that, or choose another output folder.</source>
        <translation>Le dossier de sortie {folder} ne peut pas être créé : {parent} n'existe pas. Créer celui-ci, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>GDAL {version} of rasterio has no driver for JPEG 2000. Install rasterio with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: python3 -m pip install rasterio</source>
        <translation>GDAL {version} de rasterio n'a pas de pilote pour JPEG 2000. Installer rasterio avec Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants ; sans QGIS : python3 -m pip install rasterio</translation>
    </message>
    <message>
        <source>GDAL reads JPEG 2000 by {driver} only, which decodes baseline 05.12 wrongly at reduced resolutions. Install rasterio with Raster &gt; CloudS2Mask &gt; Install or update components; without QGIS: python3 -m pip install rasterio</source>
        <translation>GDAL ne lit JPEG 2000 qu'avec {driver}, qui décode mal la baseline 05.12 aux résolutions réduites. Installer rasterio avec Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants ; sans QGIS : python3 -m pip install rasterio</translation>
    </message>
    <message>
        <source>No scene could be masked. First error: {error}</source>
        <translation>Aucune scène n'a pu être masquée. Première erreur : {error}</translation>
    </message>
    <message>
        <source>{mask} and {raster} have no pixel with data in common. Choose the mask of the same scene.</source>
        <translation>{mask} et {raster} n'ont aucun pixel avec des données en commun. Choisir le masque de la même scène.</translation>
    </message>
    <message>
        <source>The scenes lie far apart: at least {percent:.0f} % of the composite of {width} x {height} pixels will be empty. Composite scenes of one area at a time.</source>
        <translation>Les scènes sont éloignées : au moins {percent:.0f} % du composite de {width} x {height} pixels seront vides. Composer les scènes d'une zone à la fois.</translation>
    </message>
    <message>
        <source>{scene} has other pixels than the first scene. Only {percent:.0f} % of its extent lies on the composite; the rest is left out.</source>
        <translation>{scene} a d'autres pixels que la première scène. Seuls {percent:.0f} % de son étendue sont sur le composite ; le reste est omis.</translation>
    </message>
    <message>
        <source>{scene} adds nothing to the composite: none of its pixels is clear.</source>
        <translation>{scene} n'apporte rien au composite : aucun de ses pixels n'est dégagé.</translation>
    </message>
    <message>
        <source>{mask} is of {date}, but {raster} is of {other}. Choose the mask of the raster&apos;s date.</source>
        <translation>{mask} est du {date}, mais {raster} du {other}. Choisir le masque de la date du raster.</translation>
    </message>
    <message>
        <source>{mask} covers only {percent:.1f} % of {raster}. The rest counts as not clear.</source>
        <translation>{mask} ne couvre que {percent:.1f} % de {raster}. Le reste compte comme non dégagé.</translation>
    </message>
    <message>
        <source>{valid:.0f} % of the area has data</source>
        <translation>données sur {valid:.0f} % de la zone</translation>
    </message>
    <message>
        <source>Data %</source>
        <translation>Données %</translation>
    </message>
    <message>
        <source>{width:.1f} x {height:.1f} km around {latitude:.4f}, {longitude:.4f} (latitude, longitude)</source>
        <translation>{width:.1f} x {height:.1f} km autour de {latitude:.4f}, {longitude:.4f} (latitude, longitude)</translation>
    </message>
    <message>
        <source>Model: {models}</source>
        <translation>Modèle : {models}</translation>
    </message>
    <message>
        <source>resolution: {metres} m</source>
        <translation>résolution : {metres} m</translation>
    </message>
    <message>
        <source>entire product</source>
        <translation>produit entier</translation>
    </message>
    <message>
        <source>area: {area}</source>
        <translation>zone : {area}</translation>
    </message>
    <message>
        <source>buffer of cloud and shadow: {metres:g} m</source>
        <translation>tampon autour des nuages et ombres : {metres:g} m</translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission. Ask its owner for access, or choose another copy.</source>
        <translation>{path} ne peut pas être lu : droits insuffisants. Demander l'accès à son propriétaire, ou choisir une autre copie.</translation>
    </message>
    <message>
        <source>The output folder {folder} is a file. Choose a folder.</source>
        <translation>Le dossier de sortie {folder} est un fichier. Choisir un dossier.</translation>
    </message>
    <message>
        <source>Scenes: {count}; tiles: {tiles}; {first} to {last}. Clear, cloud and shadow are in percent of the pixels with data; data is the share of the area with data.</source>
        <translation>Scènes : {count} ; tuiles : {tiles} ; du {first} au {last}. Clair, nuage et ombre sont en pourcentage des pixels avec données ; données est la part de la zone avec données.</translation>
    </message>
    <message>
        <source>Not replaced</source>
        <translation>Non remplacé</translation>
    </message>
    <message>
        <source>Choose a mask and a reference of one area.</source>
        <translation>Choisir un masque et une référence de la même zone.</translation>
    </message>
    <message>
        <source>{path} has no polygons. Choose a layer of polygons with a class.</source>
        <translation>{path} n'a pas de polygones. Choisir une couche de polygones avec une classe.</translation>
    </message>
    <message>
        <source>{count} polygons of {path} were left out, because their labels name no class ({labels}).</source>
        <translation>{count} polygones de {path} ont été laissés de côté, car leurs étiquettes ne nomment pas de classe ({labels}).</translation>
    </message>
    <message>
        <source>The polygons of {path} cannot be reprojected to {mask} ({reason}). Check their coordinate reference system.</source>
        <translation>Les polygones de {path} ne peuvent pas être reprojetés sur {mask} ({reason}). Vérifier leur système de coordonnées de référence.</translation>
    </message>
    <message>
        <source>{pixels} pixels were left out, because polygons of different classes of {path} overlap there.</source>
        <translation>{pixels} pixels ont été laissés de côté, car des polygones de classes différentes de {path} s'y recouvrent.</translation>
    </message>
    <message>
        <source>{low} to {high} ({blocks} blocks of pixels)</source>
        <translation>{low} à {high} ({blocks} blocs de pixels)</translation>
    </message>
    <message>
        <source>Interval: percentiles of {draws} draws of blocks of {edge} x {edge} pixels, because neighbouring pixels are not independent. Polygons cover the pixels whose centres they hold.</source>
        <translation>Intervalle : percentiles de {draws} tirages de blocs de {edge} x {edge} pixels, car des pixels voisins ne sont pas indépendants. Les polygones couvrent les pixels dont ils contiennent le centre.</translation>
    </message>
    <message>
        <source>95 % interval of kappa</source>
        <translation>Intervalle à 95 % de kappa</translation>
    </message>
    <message>
        <source>too few blocks of pixels: {blocks}</source>
        <translation>trop peu de blocs de pixels : {blocks}</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls cloud</source>
        <translation>Pixels dégagés de la référence que le masque dit nuage</translation>
    </message>
    <message>
        <source>Clear pixels of the reference that the mask calls shadow</source>
        <translation>Pixels dégagés de la référence que le masque dit ombre</translation>
    </message>
    <message>
        <source>disagree: classes lacks {names}</source>
        <translation>se contredisent : {names} manque dans classes</translation>
    </message>
    <message>
        <source>must contain a number between 0 and 1 for any of {choices}</source>
        <translation>doit contenir un nombre entre 0 et 1 pour une ou plusieurs de {choices}</translation>
    </message>
    <message>
        <source>The mask has pixels of {resolution:g} m, but {name} has pixels of {own:g} m: finer pixels show no more, and labels are less accurate. Choose {own:g} m or more.</source>
        <translation>Le masque a des pixels de {resolution:g} m, mais {name} en a de {own:g} m : des pixels plus fins ne montrent rien de plus, et les classes sont moins exactes. Choisir {own:g} m ou plus.</translation>
    </message>
    <message>
        <source>{name} has no short-wave infrared, so the network of 4 bands was used, which takes snow for cloud. Assign B11 and B12 if the raster has them.</source>
        <translation>{name} n'a pas d'infrarouge à ondes courtes ; le réseau à 4 bandes a donc été utilisé, qui prend la neige pour des nuages. Attribuer B11 et B12 si le raster les a.</translation>
    </message>
    <message>
        <source>{name}: {share:.0f} % of the pixels of {band} have its highest value, {highest:.2f}. Brighter values were cut, as in files of 8 bits, so clouds may have holes. Use the original reflectance if possible.</source>
        <translation>{name} : {share:.0f} % des pixels de {band} ont sa plus haute valeur, {highest:.2f}. Les valeurs plus claires ont été coupées, comme dans les fichiers à 8 bits ; les nuages peuvent donc avoir des trous. Utiliser si possible la réflectance d'origine.</translation>
    </message>
    <message>
        <source>{name} is masked as level {level}, but its vegetation reflects {dark:.3f} in blue, as at level {likely}. Choose the level {likely} if that is right: networks of the other level are less accurate.</source>
        <translation>{name} est masqué comme niveau {level}, mais sa végétation réfléchit {dark:.3f} dans le bleu, comme au niveau {likely}. Choisir le niveau {likely} si c'est exact : les réseaux de l'autre niveau sont moins exacts.</translation>
    </message>
    <message>
        <source>{name} is {value!r}, but must be a number from 0 to below 1.</source>
        <translation>{name} vaut {value!r}, mais doit être un nombre à partir de 0 et inférieur à 1.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only: the networks of the CloudS2Mask library (Wright et al. 2024). Takes about 3 times as long as Automatic, fast. Download the files by hand from the authors&apos; page, then import them.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L1C seulement : les réseaux de la bibliothèque CloudS2Mask (Wright et al. 2024). Environ 3 fois plus lent qu'Automatique, rapide. Télécharger les fichiers à la main depuis la page des auteurs, puis les importer.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 20 m, L1C only: the networks of the CloudS2Mask library (Wright et al. 2024). Takes about 3 times as long as Automatic, fast. Download the files by hand from the authors&apos; page, then import them.</source>
        <translation>Nuages épais et fins et ombres à 20 m, L1C seulement : les réseaux de la bibliothèque CloudS2Mask (Wright et al. 2024). Environ 3 fois plus lent qu'Automatique, rapide. Télécharger les fichiers à la main depuis la page des auteurs, puis les importer.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained for conditions all over the world (KappaMask 2). The authors publish no hash of the file. At 20 m it takes about 3 times as long as Automatic, fast.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L1C seulement, entraîné pour des conditions du monde entier (KappaMask 2). Les auteurs ne publient pas d'empreinte du fichier. À 20 m, environ 3 fois plus lent qu'Automatique, rapide.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, from all bands with aerosol and water vapour. The authors publish no hash of the file. At 20 m it takes about 3 times as long as Automatic, fast.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L2A seulement, à partir de toutes les bandes avec aérosols et vapeur d'eau. Les auteurs ne publient pas d'empreinte du fichier. À 20 m, environ 3 fois plus lent qu'Automatique, rapide.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained on scenes of northern Europe (Domnich et al. 2021). The authors publish no hash of the file. At 20 m it takes about 5 times as long as Automatic, fast.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L1C seulement, entraîné sur des scènes d'Europe du Nord (Domnich et al. 2021). Les auteurs ne publient pas d'empreinte du fichier. À 20 m, environ 5 fois plus lent qu'Automatique, rapide.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, trained on scenes of northern Europe (Domnich et al. 2021). The authors publish no hash of the file. At 20 m it takes about 5 times as long as Automatic, fast.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L2A seulement, entraîné sur des scènes d'Europe du Nord (Domnich et al. 2021). Les auteurs ne publient pas d'empreinte du fichier. À 20 m, environ 5 fois plus lent qu'Automatique, rapide.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow, L1C and L2A, and other sensors with red, green and near infrared. Published balanced overall accuracy on Sentinel-2: 92.2 % clear, 91.2 % cloud, 80.5 % shadow (Wright et al. 2025). Takes about twice as long as Automatic, fast.</source>
        <translation>Nuages épais et fins et ombres, L1C et L2A, et autres capteurs avec rouge, vert et proche infrarouge. Exactitude globale équilibrée publiée sur Sentinel-2 : 92,2 % clair, 91,2 % nuages, 80,5 % ombres (Wright et al. 2025). Environ deux fois plus lent qu'Automatique, rapide.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 10 m, L1C only; no thin cloud. All four bands have pixels of 10 m. Automatic uses it alone below 20 m, and averages it with the network of 6 bands from 20 m.</source>
        <translation>Nuages et ombres à partir de 10 m, L1C seulement ; pas de nuages fins. Les quatre bandes ont des pixels de 10 m. Automatique l'utilise seul en dessous de 20 m, et en fait la moyenne avec le réseau à 6 bandes à partir de 20 m.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 10 m, L2A only; no thin cloud. All four bands have pixels of 10 m. Automatic uses it alone below 20 m, and averages it with the network of 6 bands from 20 m.</source>
        <translation>Nuages et ombres à partir de 10 m, L2A seulement ; pas de nuages fins. Les quatre bandes ont des pixels de 10 m. Automatique l'utilise seul en dessous de 20 m, et en fait la moyenne avec le réseau à 6 bandes à partir de 20 m.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 20 m, L1C only; no thin cloud. Short-wave infrared separates snow from cloud. From 20 m, Automatic averages it with the network of 4 bands.</source>
        <translation>Nuages et ombres à partir de 20 m, L1C seulement ; pas de nuages fins. L'infrarouge à ondes courtes sépare la neige des nuages. À partir de 20 m, Automatique en fait la moyenne avec le réseau à 4 bandes.</translation>
    </message>
    <message>
        <source>Cloud and shadow from 20 m, L2A only; no thin cloud. Short-wave infrared separates snow from cloud. From 20 m, Automatic averages it with the network of 4 bands.</source>
        <translation>Nuages et ombres à partir de 20 m, L2A seulement ; pas de nuages fins. L'infrarouge à ondes courtes sépare la neige des nuages. À partir de 20 m, Automatique en fait la moyenne avec le réseau à 4 bandes.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L1C only, trained on the hand-labelled patches of CloudSEN12+ (Aybar et al. 2024). Not for commercial use. At 20 m it takes about 1.3 times as long as Automatic, fast, because it runs at 10 m.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L1C seulement, entraîné sur les vignettes étiquetées à la main de CloudSEN12+ (Aybar et al. 2024). Pas d'usage commercial. À 20 m, environ 1,3 fois plus lent qu'Automatique, rapide, car il travaille à 10 m.</translation>
    </message>
    <message>
        <source>Thick and thin cloud and shadow at 10 m, L2A only, trained on the hand-labelled patches of CloudSEN12+ (Aybar et al. 2024). Not for commercial use. At 20 m it takes about 1.3 times as long as Automatic, fast, because it runs at 10 m.</source>
        <translation>Nuages épais et fins et ombres à 10 m, L2A seulement, entraîné sur les vignettes étiquetées à la main de CloudSEN12+ (Aybar et al. 2024). Pas d'usage commercial. À 20 m, environ 1,3 fois plus lent qu'Automatique, rapide, car il travaille à 10 m.</translation>
    </message>
    <message>
        <source>No polygon of {path} has a class: its field {field} holds {labels}. Choose a field with clear, cloud, thick cloud, thin cloud, shadow, snow and water, or with the numbers of a mask.</source>
        <translation>Aucun polygone de {path} n'a de classe : son champ {field} contient {labels}. Choisir un champ avec dégagé, nuage, nuage épais, nuage fin, ombre, neige et eau, ou avec les nombres d'un masque.</translation>
    </message>
    <message>
        <source>Snow or ice</source>
        <translation>Neige ou glace</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>Eau</translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation>{name} %</translation>
    </message>
    <message>
        <source>The metadata of {name} has no grid of the sun&apos;s angles. Shadows may be displaced.</source>
        <translation>Les métadonnées de {name} ne contiennent pas de grille des angles solaires. Les ombres peuvent être décalées.</translation>
    </message>
    <message>
        <source>The metadata of {name} has no grids of viewing angles. Shadows of high clouds may be displaced.</source>
        <translation>Les métadonnées de {name} ne contiennent pas de grilles des angles de visée. Les ombres des nuages élevés peuvent être décalées.</translation>
    </message>
    <message>
        <source>The metadata of {name} states neither the angles of the sun nor the sensing time, which cloud shadows need. Download the product again.</source>
        <translation>Les métadonnées de {name} n'indiquent ni les angles solaires ni l'heure d'acquisition, nécessaires aux ombres de nuages. Téléchargez à nouveau le produit.</translation>
    </message>
    <message>
        <source>must be given together: rules need the context scene</source>
        <translation>doivent être donnés ensemble : les règles demandent le contexte scene</translation>
    </message>
    <message>
        <source>must be empty if the context is scene</source>
        <translation>doivent être vides si le contexte est scene</translation>
    </message>
    <message>
        <source>must not be empty unless the context is scene</source>
        <translation>ne peut être vide que si le contexte est scene</translation>
    </message>
    <message>
        <source>one of them consists of rules, without probabilities</source>
        <translation>l'un d'eux est fait de règles, sans probabilités</translation>
    </message>
    <message>
        <source>must contain threshold (between 0 and 1), dilate_px, shadow_dilate_px, snow_dilate_px (0 to 50) and parallax (true or false)</source>
        <translation>doit contenir threshold (entre 0 et 1), dilate_px, shadow_dilate_px, snow_dilate_px (0 à 50) et parallax (true ou false)</translation>
    </message>
    <message>
        <source>The Python package {package} cannot be imported ({reason}). Install it: python3 -m pip install {package}</source>
        <translation>Le paquet Python {package} ne peut pas être importé ({reason}). Installez-le : python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>The Dask scheduler {scheduler} does not answer ({reason}). Check the address, and that it runs.</source>
        <translation>Le scheduler Dask {scheduler} ne répond pas ({reason}). Vérifiez l'adresse, et qu'il fonctionne.</translation>
    </message>
    <message>
        <source>The Dask scheduler was lost ({reason}). Finished masks stay: start the same run again to go on.</source>
        <translation>Le scheduler Dask est perdu ({reason}). Les masques terminés restent : relancez le même traitement pour continuer.</translation>
    </message>
    <message>
        <source>{path} was not masked: the processes of the workers that tried it were ended, as the system does when memory is short. Give each worker more memory, or look into the logs of the workers.</source>
        <translation>{path} n'a pas été masqué : les processus des workers qui l'ont essayé ont été arrêtés, comme le fait le système lorsque la mémoire manque. Donnez plus de mémoire à chaque worker, ou consultez les journaux des workers.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot mask. {error}</source>
        <translation>Le worker {worker} ne peut pas masquer. {error}</translation>
    </message>
    <message>
        <source>Version {version} of CloudS2Mask is not installed on the worker {worker} ({found}). Install it on the scheduler and on all workers, in a folder of their PYTHONPATH.</source>
        <translation>La version {version} de CloudS2Mask n'est pas installée sur le worker {worker} ({found}). Installez-la sur le scheduler et sur tous les workers, dans un dossier de leur PYTHONPATH.</translation>
    </message>
    <message>
        <source>The cluster cannot run CloudS2Mask ({reason}). Its scheduler needs version {version} too, in a folder of its PYTHONPATH.</source>
        <translation>Le cluster ne peut pas exécuter CloudS2Mask ({reason}). Son scheduler a aussi besoin de la version {version}, dans un dossier de son PYTHONPATH.</translation>
    </message>
    <message>
        <source>The confidence of {model} is 0 or 100 %: rules have no probabilities.</source>
        <translation>La confiance de {model} est de 0 ou 100 % : les règles n'ont pas de probabilités.</translation>
    </message>
    <message>
        <source>Cloud, shadow, snow and water, L1C only, by rules: no network has to be downloaded. The whole scene is examined, also for an area.</source>
        <translation>Nuage, ombre, neige et eau, L1C seulement, par des règles : aucun réseau n'est à télécharger. La scène entière est examinée, même pour une zone.</translation>
    </message>
    <message>
        <source>The list of scenes {path} cannot be read ({reason}). Give a text file, or - for standard input.</source>
        <translation>La liste des scènes {path} ne peut pas être lue ({reason}). Indiquez un fichier texte, ou - pour l'entrée standard.</translation>
    </message>
    <message>
        <source>{path} is neither a .SAFE or .zarr folder nor a .zip archive. Choose one of these.</source>
        <translation>{path} n'est ni un dossier .SAFE ou .zarr ni une archive .zip. Choisir l'un des deux.</translation>
    </message>
    <message>
        <source>{path} has a field with an impossible value ({reason}). Download the product again.</source>
        <translation>{path} a un champ dont la valeur est impossible ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} is not the consolidated metadata of a Zarr store ({reason}). Download the product again.</source>
        <translation>{path} ne contient pas les métadonnées consolidées d'un dépôt Zarr ({reason}). Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} is not a Sentinel-2 product: it has no MTD_MSIL1C.xml or MTD_MSIL2A.xml, and is no EOPF product in Zarr. Choose a .SAFE or .zarr folder or its .zip archive.</source>
        <translation>{path} n'est pas un produit Sentinel-2 : il n'a ni MTD_MSIL1C.xml ni MTD_MSIL2A.xml, et ce n'est pas un produit EOPF en Zarr. Choisir un dossier .SAFE ou .zarr ou son archive .zip.</translation>
    </message>
    <message>
        <source>{path} does not exist. Choose a .SAFE or .zarr folder or a .zip archive.</source>
        <translation>{path} n'existe pas. Choisir un dossier .SAFE ou .zarr ou une archive .zip.</translation>
    </message>
    <message>
        <source>{path} is in Zarr format {version}, which needs GDAL {needed} or later; that of rasterio is {present}. Download the product in Zarr format 2 or as .SAFE, or use a newer QGIS.</source>
        <translation>{path} est au format Zarr {version}, qui demande GDAL {needed} ou plus récent ; celui de rasterio est {present}. Télécharger le produit au format Zarr 2 ou en .SAFE, ou utiliser un QGIS plus récent.</translation>
    </message>
    <message>
        <source>{path} is incomplete: it lacks {chunk}, a part of band {band}. Download the product again.</source>
        <translation>{path} est incomplet : il manque {chunk}, une partie de la bande {band}. Télécharger de nouveau le produit.</translation>
    </message>
    <message>
        <source>{name} has no file for band {band}. Download the product again, or choose a model that does not need the band.</source>
        <translation>{name} n'a pas de fichier pour la bande {band}. Télécharger de nouveau le produit, ou choisir un modèle qui n'a pas besoin de cette bande.</translation>
    </message>
    <message>
        <source>No product was given. Add at least one .SAFE or .zarr folder or .zip archive.</source>
        <translation>Aucun produit n'a été indiqué. Ajouter au moins un dossier .SAFE ou .zarr ou une archive .zip.</translation>
    </message>
    <message>
        <source>{number} of {count} models against the majority</source>
        <translation>{number} modèles sur {count} contre la majorité</translation>
    </message>
    <message>
        <source>{mask} and {other} have other pixels. Make both with the same resolution and area.</source>
        <translation>{mask} et {other} n'ont pas les mêmes pixels. Faire les deux avec la même résolution et la même zone.</translation>
    </message>
    <message>
        <source>All models agree</source>
        <translation>Tous les modèles s'accordent</translation>
    </message>
    <message>
        <source>The two models disagree</source>
        <translation>Les deux modèles se contredisent</translation>
    </message>
    <message>
        <source>No model gives a mask of {product}. {error}</source>
        <translation>Aucun modèle ne donne de masque de {product}. {error}</translation>
    </message>
    <message>
        <source>Percent of the pixels on which two models agree: cloud (thick or thin), cloud shadow, or visible ground. If one of the two does not detect shadow, only cloud or not is compared.</source>
        <translation>Pourcentage des pixels sur lesquels deux modèles s'accordent : nuage (épais ou fin), ombre de nuage, ou sol visible. Si l'un des deux ne détecte pas les ombres, seul nuage ou non est comparé.</translation>
    </message>
    <message>
        <source>Shares, agreement and disagreement count only pixels with data in all masks. Each model ran in a process of its own, one after the other: time is from its start to its end, memory the most that it held at a time. The disagreement is the number of models against the majority; a model that does not detect shadow agrees with ground and with shadow. A dash means that a model does not distinguish the class, or that there is no pixel to divide by. Agreement is not accuracy: models may be wrong together.</source>
        <translation>Les parts, l'accord et les désaccords ne comptent que les pixels avec des données dans tous les masques. Chaque modèle s'est exécuté dans son propre processus, l'un après l'autre : le temps va de son début à sa fin, la mémoire est le plus qu'il a occupé à la fois. Le désaccord est le nombre de modèles contre la majorité ; un modèle qui ne détecte pas les ombres s'accorde avec le sol et avec l'ombre. Un tiret signifie qu'un modèle ne distingue pas la classe, ou qu'il n'y a aucun pixel par lequel diviser. L'accord n'est pas la précision : des modèles peuvent se tromper ensemble.</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>Comparaison de modèles</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Taille des pixels</translation>
    </message>
    <message>
        <source>{metres} m</source>
        <translation>{metres} m</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Mémoire</translation>
    </message>
    <message>
        <source>{seconds:.1f} s</source>
        <translation>{seconds:.1f} s</translation>
    </message>
    <message>
        <source>Cloud or not</source>
        <translation>Nuage ou non</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Natural colours</source>
        <translation>Couleurs naturelles</translation>
    </message>
    <message>
        <source>{gigabytes:.2f} GB</source>
        <translation>{gigabytes:.2f} Go</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Accord</translation>
    </message>
    <message>
        <source>Accuracy by the reference</source>
        <translation>Précision selon la référence</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Désaccords</translation>
    </message>
    <message>
        <source>The process of {model} could not be started ({reason}). Restart QGIS, and try again.</source>
        <translation>Le processus de {model} n'a pas pu être démarré ({reason}). Redémarrer QGIS et réessayer.</translation>
    </message>
    <message>
        <source>The process of {model} ended with status {status} before the mask was complete ({reason}). Close other programs if memory is short, and try again.</source>
        <translation>Le processus de {model} s'est terminé avec l'état {status} avant que le masque soit complet ({reason}). Si la mémoire est insuffisante, fermer d'autres programmes et réessayer.</translation>
    </message>
    <message>
        <source>The Python interpreter of QGIS was not found in {exec_prefix} or beside {executable}, so that models cannot run in processes of their own. Mask the product with one model after the other.</source>
        <translation>L'interpréteur Python de QGIS n'a été trouvé ni dans {exec_prefix} ni à côté de {executable} : les modèles ne peuvent pas s'exécuter dans leurs propres processus. Masquer le produit avec un modèle après l'autre.</translation>
    </message>
    <message>
        <source>it said nothing</source>
        <translation>sans message</translation>
    </message>
    <message>
        <source>{path} cannot be verified: EOPF products have no checksums. Mask it without verification.</source>
        <translation>{path} ne peut pas être vérifié : les produits EOPF n'ont pas de sommes de contrôle. Le masquer sans vérification.</translation>
    </message>
    <message>
        <source>{path} has {count} bands. Choose a raster with one band, of elevation or of water.</source>
        <translation>{path} a {count} bandes. Choisir un raster à une bande, d'altitude ou d'eau.</translation>
    </message>
    <message>
        <source>{path} is not a map of water: it contains {value:g}. Choose a raster of 1 for water, or of its occurrence in percent, 0 to 100.</source>
        <translation>{path} n'est pas une carte de l'eau : elle contient {value:g}. Choisir un raster de 1 pour l'eau, ou de sa fréquence en pourcentage, de 0 à 100.</translation>
    </message>
    <message>
        <source>{name} is a raster, which states no angles of sun and satellite. Choose its product, or another model.</source>
        <translation>{name} est un raster, qui n'indique pas les angles du soleil et du satellite. Choisissez le produit ou un autre modèle.</translation>
    </message>
    <message>
        <source>There is no model {model!r}. {nearest} may be meant.</source>
        <translation>Il n'y a pas de modèle {model!r}. Il s'agit peut-être de {nearest}.</translation>
    </message>
    <message>
        <source>{path} covers only {percent:.0f} % of {name}. Beyond it, ground counts as flat.</source>
        <translation>{path} ne couvre que {percent:.0f} % de {name}. Au-delà, le sol compte comme plat.</translation>
    </message>
    <message>
        <source>{path} is not elevation in metres: it contains {value:g}. Choose another raster, or declare this value as its nodata value.</source>
        <translation>{path} n'est pas une altitude en mètres : il contient {value:g}. Choisir un autre raster, ou déclarer cette valeur comme valeur sans données.</translation>
    </message>
    <message>
        <source>{path} covers only {percent:.0f} % of {name}. Beyond it, it adds no water.</source>
        <translation>{path} ne couvre que {percent:.0f} % de {name}. Au-delà, la carte n'ajoute pas d'eau.</translation>
    </message>
    <message>
        <source>{path} is above 0 everywhere in {name}. Is it a map of water, and not of land cover?</source>
        <translation>{path} est partout au-dessus de 0 dans {name}. Est-ce une carte de l'eau, et non de l'occupation du sol ?</translation>
    </message>
    <message>
        <source>cloud probability threshold</source>
        <translation>seuil de la probabilité de nuage</translation>
    </message>
    <message>
        <source>averaging of the cloud probability</source>
        <translation>moyenne de la probabilité de nuage</translation>
    </message>
    <message>
        <source>dilation of cloud</source>
        <translation>dilatation des nuages</translation>
    </message>
    <message>
        <source>dilation of shadow</source>
        <translation>dilatation des ombres</translation>
    </message>
    <message>
        <source>dilation of snow</source>
        <translation>dilatation de la neige</translation>
    </message>
    <message>
        <source>test of parallax</source>
        <translation>test de la parallaxe</translation>
    </message>
    <message>
        <source>elevation raster</source>
        <translation>raster d'altitude</translation>
    </message>
    <message>
        <source>water map</source>
        <translation>carte de l'eau</translation>
    </message>
    <message>
        <source>Options that {model} does not have: {names}. Remove them, or choose one of: {others}.</source>
        <translation>Options que {model} n'a pas : {names}. Les retirer, ou choisir l'un de ceux-ci : {others}.</translation>
    </message>
    <message>
        <source>A least probability of shadow cannot be set for {model}, which gives none. Remove this option, or choose another model.</source>
        <translation>Aucune probabilité minimale d'ombre ne peut être fixée pour {model}, qui n'en donne pas. Retirer cette option, ou choisir un autre modèle.</translation>
    </message>
    <message>
        <source>The valid mask excludes {classes}, but {model} does not detect these classes. Choose from its classes: {names}.</source>
        <translation>Le masque de validité exclut {classes}, mais {model} ne détecte pas ces classes. Choisir parmi ses classes : {names}.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}. It runs at {used:g} m, and the mask is resampled to {resolution:g} m.</source>
        <translation>{model} prend en charge des pixels de {pixels}. Il s'exécute à {used:g} m, et le masque est rééchantillonné à {resolution:g} m.</translation>
    </message>
    <message>
        <source>Test-time augmentation has no effect: {model} has no patches.</source>
        <translation>L'augmentation est sans effet : {model} n'a pas d'imagettes.</translation>
    </message>
    <message>
        <source>Averaging all networks has no effect: {model} has no further networks.</source>
        <translation>La moyenne de tous les réseaux est sans effet : {model} n'a pas d'autres réseaux.</translation>
    </message>
    <message>
        <source>Clear: {name}</source>
        <translation>Dégagé : {name}</translation>
    </message>
    <message>
        <source>Clear: other ground</source>
        <translation>Dégagé : autre sol</translation>
    </message>
    <message>
        <source>1 of {count} models against the majority</source>
        <translation>1 modèle sur {count} contre la majorité</translation>
    </message>
    <message>
        <source>{title}: {text}</source>
        <translation>{title} : {text}</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>S'exécute à</translation>
    </message>
    <message>
        <source>{address} could not be copied to {folder} ({reason}). Free disk space there, or set the variable TMPDIR to another folder.</source>
        <translation>{address} n'a pas pu être copié dans {folder} ({reason}). Libérez de l'espace disque, ou donnez à la variable TMPDIR un autre dossier.</translation>
    </message>
    <message>
        <source>Products behind addresses cannot be copied to {folder} ({reason}). Set the variable TMPDIR to another folder.</source>
        <translation>Les produits derrière des adresses ne peuvent pas être copiés dans {folder} ({reason}). Donnez à la variable TMPDIR un autre dossier.</translation>
    </message>
    <message>
        <source>{address} is of a kind that is not read. Choose an address with https://, s3:// or gs://.</source>
        <translation>{address} est d'un type qui n'est pas lu. Choisissez une adresse en https://, s3:// ou gs://.</translation>
    </message>
    <message>
        <source>The address of {host} contains a password. Leave it out, and choose an authentication of QGIS, or set the variables of the environment that the guide names.</source>
        <translation>L'adresse de {host} contient un mot de passe. Retirez-le, et choisissez une authentification de QGIS, ou définissez les variables d'environnement que nomme le guide.</translation>
    </message>
    <message>
        <source>{address} is not a whole address of a product.</source>
        <translation>{address} n'est pas l'adresse complète d'un produit.</translation>
    </message>
    <message>
        <source>{name!r} is no name of a file below {address}.</source>
        <translation>{name!r} n'est pas le nom d'un fichier sous {address}.</translation>
    </message>
    <message>
        <source>{address} changed while it was read. Mask the product again when nothing writes to it.</source>
        <translation>{address} a changé pendant sa lecture. Masquez de nouveau le produit quand rien n'y écrit.</translation>
    </message>
    <message>
        <source>{path} was not read: it has more than {megabytes:.3g} MB. Check that it is the right file.</source>
        <translation>{path} n'a pas été lu : le fichier a plus de {megabytes:.3g} Mo. Vérifiez que c'est le bon.</translation>
    </message>
    <message>
        <source>{address} does not exist (HTTP {status}). Check the address.</source>
        <translation>{address} n'existe pas (HTTP {status}). Vérifiez l'adresse.</translation>
    </message>
    <message>
        <source>{address} lies in another region: set the variable AWS_REGION to {region}.</source>
        <translation>{address} est dans une autre région : donnez à la variable AWS_REGION la valeur {region}.</translation>
    </message>
    <message>
        <source>{address} cannot be read in place: its host does not send parts of files. Download the product.</source>
        <translation>{address} ne peut pas être lu sur place : son hôte n'envoie pas de parties de fichiers. Téléchargez le produit.</translation>
    </message>
    <message>
        <source>{address} was not read: its host redirects to an address that is not safe. The login page of a network may be the cause: log in with a browser.</source>
        <translation>{address} n'a pas été lu : son hôte redirige vers une adresse qui n'est pas sûre. La page de connexion d'un réseau peut en être la cause : connectez-vous avec un navigateur.</translation>
    </message>
    <message>
        <source>{address} cannot be read ({reason}). Check the connection and the proxy, and try again.</source>
        <translation>{address} ne peut pas être lu ({reason}). Vérifiez la connexion et le proxy, et réessayez.</translation>
    </message>
    <message>
        <source>the host sends too slowly</source>
        <translation>l'hôte envoie trop lentement</translation>
    </message>
    <message>
        <source>{address} needs GDAL&apos;s Python package osgeo, which QGIS brings. Install it, or choose an address with https://.</source>
        <translation>{address} demande le paquet Python osgeo de GDAL, fourni par QGIS. Installez-le, ou choisissez une adresse en https://.</translation>
    </message>
    <message>
        <source>{path} has no tags of CloudS2Mask, which a new version needs. Choose a mask made with CloudS2Mask.</source>
        <translation>{path} n'a pas les étiquettes de CloudS2Mask, nécessaires à une nouvelle version. Choisir un masque fait avec CloudS2Mask.</translation>
    </message>
    <message>
        <source>{path} does not name its rule, so no valid mask was made.</source>
        <translation>{path} ne nomme pas sa règle, aucun masque de validité n'a donc été fait.</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}). Free disk space, or set the variable TMPDIR to another folder.</source>
        <translation>{path} n'a pas pu être écrit ({reason}). Libérez de l'espace disque, ou donnez à la variable TMPDIR un autre dossier.</translation>
    </message>
    <message>
        <source>{path} has no pixel size in metres, which buffers and smallest areas need. Set them to 0, or reproject the mask.</source>
        <translation>{path} n'a pas de taille de pixel en mètres, nécessaire aux tampons et aux plus petites surfaces. Les mettre à 0, ou reprojeter le masque.</translation>
    </message>
    <message>
        <source>{path} has rotated or non-square pixels ({size}), but buffers and smallest areas need square ones. Set them to 0, or reproject the mask.</source>
        <translation>{path} a des pixels inclinés ou non carrés ({size}), mais les tampons et les plus petites surfaces demandent des pixels carrés. Les mettre à 0, ou reprojeter le masque.</translation>
    </message>
    <message>
        <source>{path} is a valid mask, which has no classes. Choose the cloud mask from which it was made.</source>
        <translation>{path} est un masque de validité, qui n'a pas de classes. Choisir le masque de nuages dont il est issu.</translation>
    </message>
    <message>
        <source>{classes} cannot become polygons. Choose at least one of: {allowed}.</source>
        <translation>{classes} ne peut pas devenir des polygones. En choisir au moins une parmi : {allowed}.</translation>
    </message>
    <message>
        <source>{model} supports products, not rasters and STAC items, which lack bands and angles that it needs. Choose another model.</source>
        <translation>{model} prend en charge les produits, mais pas les rasters ni les items STAC, auxquels manquent des bandes et des angles dont il a besoin. Choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{name} requires a product: the files of a STAC item have no manifest.safe with checksums.</source>
        <translation>{name} exige un produit : les fichiers d'un item STAC n'ont pas de manifest.safe avec des sommes de contrôle.</translation>
    </message>
    <message>
        <source>{address} is in AWS&apos;s own layout, in which the metadata of a product lies apart from its bands. Choose the address of a .SAFE folder, such as those of Copernicus and of Google.</source>
        <translation>{address} suit la disposition propre à AWS, où les métadonnées d'un produit sont à part de ses bandes. Choisissez l'adresse d'un dossier .SAFE, comme ceux de Copernicus et de Google.</translation>
    </message>
    <message>
        <source>it is no place on the Earth</source>
        <translation>elle n'est pas sur la Terre</translation>
    </message>
    <message>
        <source>corrected by hand on {day}</source>
        <translation>corrigé à la main le {day}</translation>
    </message>
    <message>
        <source>{path} was not read: it has {megabytes:.0f} MB, but a STAC item has at most 20 MB. Choose the item&apos;s own JSON.</source>
        <translation>{path} n'a pas été lu : il fait {megabytes:.0f} Mo, or un item STAC en a 20 au plus. Choisissez le JSON de l'item lui-même.</translation>
    </message>
    <message>
        <source>{path} is not a STAC item: its type is {found!r}. Choose a single item with assets, not a collection or a catalog.</source>
        <translation>{path} n'est pas un item STAC : son type est {found!r}. Choisissez un seul item avec des assets, pas une collection ni un catalogue.</translation>
    </message>
    <message>
        <source>{path} has no band of Sentinel-2 as GeoTIFF or JPEG 2000. Choose an item of another collection; for Zarr, add the address of the .zarr folder.</source>
        <translation>{path} n'a aucune bande de Sentinel-2 en GeoTIFF ou JPEG 2000. Choisissez un item d'une autre collection ; pour Zarr, ajoutez l'adresse du dossier .zarr.</translation>
    </message>
    <message>
        <source>{path} does not say that it is a scene of Sentinel-2: it has no processing level or no tile. Choose an item of level L1C or L2A.</source>
        <translation>{path} n'indique pas être une scène Sentinel-2 : le niveau de traitement ou la tuile manque. Choisissez un item de niveau L1C ou L2A.</translation>
    </message>
    <message>
        <source>{path} is not JSON ({reason}). Choose a STAC item, or log in if its host asks for that.</source>
        <translation>{path} n'est pas du JSON ({reason}). Choisissez un item STAC ou connectez-vous si son hôte le demande.</translation>
    </message>
    <message>
        <source>{path} has a field with an impossible value ({reason}). Choose another item, or tell its provider.</source>
        <translation>{path} a un champ dont la valeur est impossible ({reason}). Choisissez un autre item ou signalez-le à son fournisseur.</translation>
    </message>
    <message>
        <source>{name}: its STAC item says that the values contain the offset of baseline {baseline}, but it was removed from the pixels already. It was not subtracted again. Tell the provider of the item.</source>
        <translation>{name} : selon l'item STAC, les valeurs contiennent le décalage de la baseline {baseline}, mais il a déjà été retiré des pixels. Il n'a pas été soustrait de nouveau. Signalez-le au fournisseur de l'item.</translation>
    </message>
    <message>
        <source>{name}: its STAC item does not tell reliably if the values contain the offset of baseline {baseline}, and the pixels do not tell it. It was subtracted. Compare the mask with the image.</source>
        <translation>{name} : l'item STAC n'indique pas de façon fiable si les valeurs contiennent le décalage de la baseline {baseline}, et les pixels ne le montrent pas. Il a été soustrait. Comparez le masque avec l'image.</translation>
    </message>
    <message>
        <source>{name}: its STAC item says that the offset of baseline {baseline} was removed from the values, but the pixels still contain it. It was subtracted. Tell the provider of the item.</source>
        <translation>{name} : selon l'item STAC, le décalage de la baseline {baseline} a été retiré des valeurs, mais les pixels le contiennent encore. Il a été soustrait. Signalez-le au fournisseur de l'item.</translation>
    </message>
    <message>
        <source>{api} has no scene of {collection} in the area of interest with these days and cloud cover. Choose others.</source>
        <translation>{api} n'a aucune scène de {collection} dans la zone d'intérêt avec ces jours et cette couverture nuageuse. Choisissez-en d'autres.</translation>
    </message>
    <message>
        <source>{path} does not answer as a STAC API. Check the address; it usually ends with /v1 or /stac.</source>
        <translation>{path} ne répond pas comme une API STAC. Vérifiez l'adresse ; elle se termine en général par /v1 ou /stac.</translation>
    </message>
    <message>
        <source>The collection is empty. Enter the one to search, such as {example}.</source>
        <translation>La collection est vide. Indiquez celle où chercher, par exemple {example}.</translation>
    </message>
    <message>
        <source>The first day of the search, {start}, is after the last, {end}.</source>
        <translation>Le premier jour de la recherche, {start}, est après le dernier, {end}.</translation>
    </message>
    <message>
        <source>The largest cloud cover is {value:g}, but must be from 0 to 100 %.</source>
        <translation>La couverture nuageuse maximale est {value:g}, mais doit être de 0 à 100 %.</translation>
    </message>
    <message>
        <source>{address!r} is no address of a STAC API. Enter one with https://.</source>
        <translation>{address!r} n'est pas l'adresse d'une API STAC. Indiquez-en une avec https://.</translation>
    </message>
    <message>
        <source>{path} names the file {href} on this computer, which an item behind an address may not do. Choose another item.</source>
        <translation>{path} désigne le fichier {href} sur cet ordinateur, ce qu'un item derrière une adresse ne peut faire. Choisissez un autre item.</translation>
    </message>
    <message>
        <source>{path} names files of the Planetary Computer, which need GDAL {needed} or later; that of rasterio is {present}. Choose the same scene from another catalogue, or use a newer QGIS.</source>
        <translation>{path} désigne des fichiers du Planetary Computer, qui exigent GDAL {needed} ou plus récent ; celui de rasterio est {present}. Choisissez la même scène d'un autre catalogue ou utilisez un QGIS plus récent.</translation>
    </message>
    <message>
        <source>The STAC item of {name} has no band {band}. Choose a model that does not need the band, or another item.</source>
        <translation>L'item STAC de {name} n'a pas de bande {band}. Choisissez un modèle qui n'en a pas besoin, ou un autre item.</translation>
    </message>
    <message>
        <source>{path}: {error}</source>
        <translation>{path} : {error}</translation>
    </message>
    <message>
        <source>The authentication {authcfg} cannot be used for {address}. Choose another one, or none.</source>
        <translation>L'authentification {authcfg} ne peut pas être utilisée pour {address}. Choisissez-en une autre, ou aucune.</translation>
    </message>
    <message>
        <source>The preview of {path} is damaged ({reason}). Download the product again.</source>
        <translation>L'aperçu de {path} est endommagé ({reason}). Téléchargez à nouveau le produit.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}, not of {resolution:g} m. Choose {finest:g} m or more, or one of: {names}.</source>
        <translation>{model} prend en charge des pixels de {pixels}, pas de {resolution:g} m. Choisir {finest:g} m ou plus, ou l'un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <source>{model} supports pixels of {pixels}, not of {resolution:g} m. Choose one of: {names}.</source>
        <translation>{model} prend en charge des pixels de {pixels}, pas de {resolution:g} m. Choisir l'un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <source>{model} supports {levels} products, not {level}. Choose one of: {names}.</source>
        <translation>{model} prend en charge les produits {levels}, pas {level}. Choisir l'un de ceux-ci : {names}.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>{model} (not downloaded)</source>
        <translation>{model} (non téléchargé)</translation>
    </message>
    <message>
        <source>snow or ice</source>
        <translation>neige ou glace</translation>
    </message>
    <message>
        <source>water</source>
        <translation>eau</translation>
    </message>
    <message>
        <source>product</source>
        <translation>produit</translation>
    </message>
    <message>
        <source>processing level</source>
        <translation>niveau de traitement</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>baseline</translation>
    </message>
    <message>
        <source>tile</source>
        <translation>tuile</translation>
    </message>
    <message>
        <source>acquisition time</source>
        <translation>heure d'acquisition</translation>
    </message>
    <message>
        <source>datastrip</source>
        <translation>bande de données (datastrip)</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>version of the model</source>
        <translation>version du modèle</translation>
    </message>
    <message>
        <source>resolution</source>
        <translation>résolution</translation>
    </message>
    <message>
        <source>pixel size of the network</source>
        <translation>taille de pixel du réseau</translation>
    </message>
    <message>
        <source>patch placement</source>
        <translation>placement des imagettes</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>taille des imagettes</translation>
    </message>
    <message>
        <source>overlap of patches</source>
        <translation>recouvrement des imagettes</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>augmentation</translation>
    </message>
    <message>
        <source>buffer</source>
        <translation>tampon</translation>
    </message>
    <message>
        <source>least probability of shadow</source>
        <translation>probabilité minimale d'ombre</translation>
    </message>
    <message>
        <source>number of networks</source>
        <translation>nombre de réseaux</translation>
    </message>
    <message>
        <source>area of interest</source>
        <translation>zone d'intérêt</translation>
    </message>
    <message>
        <source>bands, scale, offset or nodata</source>
        <translation>bandes, échelle, décalage ou nodata</translation>
    </message>
    <message>
        <source>{name}: {value}</source>
        <translation>{name} : {value}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %</source>
        <translation>Dégagé {clear:.0f} %, nuage {cloud:.0f} %</translation>
    </message>
    <message>
        <source>Clear {clear:.0f} %, cloud {cloud:.0f} %, shadow {shadow:.0f} %</source>
        <translation>Dégagé {clear:.0f} %, nuage {cloud:.0f} %, ombre {shadow:.0f} %</translation>
    </message>
    <message>
        <source>{shares} (clear includes {kinds})</source>
        <translation>{shares} (dégagé comprend {kinds})</translation>
    </message>
    <message>
        <source>Options for models that consist of rules, of which none is chosen: {names}. Remove them, or choose one of: {others}.</source>
        <translation>Options pour des modèles formés de règles, dont aucun n'est choisi : {names}. Les retirer, ou choisir l'un de ceux-ci : {others}.</translation>
    </message>
    <message>
        <source>A mask with other settings ({names}) exists: {path}. Choose &apos;Replace existing masks&apos;, or another output folder.</source>
        <translation>Un masque avec d'autres réglages ({names}) existe : {path}. Choisir « Remplacer les masques existants » ou un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>line: all clear ground</source>
        <translation>ligne : tout le sol dégagé</translation>
    </message>
    <message>
        <source>{first}; {second}</source>
        <translation>{first} ; {second}</translation>
    </message>
    <message>
        <source>Options of {model}: not the same in all masks.</source>
        <translation>Options de {model} : pas les mêmes dans tous les masques.</translation>
    </message>
    <message>
        <source>Options of {model}: {options}.</source>
        <translation>Options de {model} : {options}.</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <source>Snow or ice and water are parts of clear.</source>
        <translation>La neige ou la glace et l'eau font partie de « Dégagé ».</translation>
    </message>
    <message>
        <source>Fmask</source>
        <translation>Fmask</translation>
    </message>
    <message>
        <source>The band file {path} cannot be read ({reason}). Check the connection, and try again.</source>
        <translation>Le fichier de bande {path} ne peut pas être lu ({reason}). Vérifiez la connexion et réessayez.</translation>
    </message>
    <message>
        <source>it leads to another file</source>
        <translation>il mène à un autre fichier</translation>
    </message>
    <message>
        <source>{name}: its STAC item states an offset, which products of baseline {baseline} do not have, and the pixels do not tell it. It was not subtracted. Compare the mask with the image.</source>
        <translation>{name} : son élément STAC indique un décalage que les produits de la baseline {baseline} n'ont pas, et les pixels ne tranchent pas. Il n'a pas été soustrait. Comparez le masque à l'image.</translation>
    </message>
    <message>
        <source>{name}: its STAC item names neither a processing baseline nor an offset, and the pixels do not tell if their values contain one. None was subtracted. Compare the mask with the image.</source>
        <translation>{name} : son élément STAC n'indique ni baseline de traitement ni décalage, et les pixels ne disent pas si leurs valeurs en contiennent un. Aucun n'a été soustrait. Comparez le masque à l'image.</translation>
    </message>
    <message>
        <source>{name} needs {option}: only scenes that touch it are searched.</source>
        <translation>{name} demande {option} : seules les scènes qui la touchent sont cherchées.</translation>
    </message>
    <message>
        <source>{address} may not be read, or is not there: its host answers HTTP {status} to both. Check the address, and set the authentication that its host wants.</source>
        <translation>{address} ne peut pas être lu, ou n'est pas là : son hôte répond HTTP {status} dans les deux cas. Vérifiez l'adresse, et indiquez l'authentification que l'hôte demande.</translation>
    </message>
    <message>
        <source>{address} was refused by its host (HTTP {status}). Check the address, and set the authentication that its host wants.</source>
        <translation>{address} a été refusé par son hôte (HTTP {status}). Vérifiez l'adresse, et donnez l'authentification que l'hôte demande.</translation>
    </message>
    <message>
        <source>{address} was not read: the certificate of its host is not accepted ({reason}). {remedy}</source>
        <translation>{address} n'a pas été lu : le certificat de son hôte n'est pas accepté ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>{path} was reprojected: its pixels are not square, with edges in metres. Correct the mask from which it was made.</source>
        <translation>{path} a été reprojeté : ses pixels ne sont pas carrés avec des côtés en mètres. Corrigez le masque à partir duquel il a été créé.</translation>
    </message>
    <message>
        <source>If your organisation inspects connections, add its certificate in QGIS (Settings &gt; Options &gt; Authentication), or name it in the variable REQUESTS_CA_BUNDLE.</source>
        <translation>Si votre organisation inspecte les connexions, ajoutez son certificat dans QGIS (Préférences &gt; Options &gt; Authentification), ou nommez-le dans la variable REQUESTS_CA_BUNDLE.</translation>
    </message>
    <message>
        <source>it sent other bytes than it was asked for</source>
        <translation>il a envoyé d'autres octets que ceux demandés</translation>
    </message>
    <message>
        <source>The certificate of {host} is not accepted ({reason}). {remedy}</source>
        <translation>Le certificat de {host} n'est pas accepté ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>nothing came for {seconds:g} s</source>
        <translation>rien n'est arrivé pendant {seconds:g} s</translation>
    </message>
    <message>
        <source>Addresses and downloads need the Python package {package}: python3 -m pip install {package}</source>
        <translation>Les adresses et les téléchargements demandent le paquet Python {package} : python3 -m pip install {package}</translation>
    </message>
    <message>
        <source>The request was cancelled.</source>
        <translation>La requête a été annulée.</translation>
    </message>
    <message>
        <source>it redirects in a circle</source>
        <translation>il redirige en rond</translation>
    </message>
    <message>
        <source>The smallest polygon</source>
        <translation>Le plus petit polygone</translation>
    </message>
    <message>
        <source>The simplification</source>
        <translation>La simplification</translation>
    </message>
    <message>
        <source>{address} was not read: the proxy asks for a login. Enter user and password in the settings of the network.</source>
        <translation>{address} n'a pas été lu : le proxy demande une identification. Indiquez utilisateur et mot de passe dans les réglages du réseau.</translation>
    </message>
    <message>
        <source>{host} does not give {file} ({reason}). {remedy}</source>
        <translation>{host} ne fournit pas {file} ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>{host} cannot be reached ({reason}). {remedy}</source>
        <translation>{host} ne peut être joint ({reason}). {remedy}</translation>
    </message>
    <message>
        <source>the SOCKS proxy needs the Python package PySocks</source>
        <translation>le proxy SOCKS demande le paquet Python PySocks</translation>
    </message>
    <message>
        <source>the proxy asks for a login</source>
        <translation>le proxy demande une identification</translation>
    </message>
    <message>
        <source>{path} holds no Sentinel-2 product: its host finds neither manifest.safe nor the metadata of a Zarr store there. Check the address: it ends with a .SAFE or .zarr folder, or with a .zip archive.</source>
        <translation>{path} ne contient pas de produit Sentinel-2 : son hôte n'y trouve ni manifest.safe ni les métadonnées d'un magasin Zarr. Vérifiez l'adresse : elle finit par un dossier .SAFE ou .zarr, ou par une archive .zip.</translation>
    </message>
    <message>
        <source>The file {path} is no GeoTIFF file, or is damaged ({reason}). Choose another item.</source>
        <translation>Le fichier {path} n'est pas un fichier GeoTIFF, ou est endommagé ({reason}). Choisissez un autre item.</translation>
    </message>
    <message>
        <source>it does not begin like one</source>
        <translation>il ne commence pas comme un tel fichier</translation>
    </message>
    <message>
        <source>it has too many tags</source>
        <translation>il a trop d'étiquettes</translation>
    </message>
    <message>
        <source>it has no image of that size</source>
        <translation>il n'a pas d'image de cette taille</translation>
    </message>
    <message>
        <source>a part lies outside of it</source>
        <translation>une partie se trouve en dehors</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>il se termine trop tôt</translation>
    </message>
    <message>
        <source>its images form a circle</source>
        <translation>ses images forment un cercle</translation>
    </message>
    <message>
        <source>shape of patches</source>
        <translation>forme des imagettes</translation>
    </message>
    <message>
        <source> WebGPU needs onnxruntime 1.24.4 or newer, the package onnxruntime-ep-webgpu, and a GPU with a driver for Vulkan, Direct3D 12 or Metal.</source>
        <translation> WebGPU nécessite onnxruntime 1.24.4 ou plus récent, le paquet onnxruntime-ep-webgpu, et un GPU avec un pilote pour Vulkan, Direct3D 12 ou Metal.</translation>
    </message>
    <message>
        <source>GPU of any maker (NVIDIA, AMD, Intel, Apple) by WebGPU, in 32 bits.</source>
        <translation>GPU de n'importe quel fabricant (NVIDIA, AMD, Intel, Apple) par WebGPU, en 32 bits.</translation>
    </message>
    <message>
        <source>the values differ from those of the CPU by {percent:.1f} %</source>
        <translation>les valeurs diffèrent de {percent:.1f} % de celles du processeur</translation>
    </message>
    <message>
        <source>The values of {device} were not compared with those of the CPU ({reason}).</source>
        <translation>Les valeurs de {device} n'ont pas été comparées à celles du processeur ({reason}).</translation>
    </message>
    <message>
        <source> ONNX Runtime finds no GPU for it: its driver may be missing or too old.</source>
        <translation> ONNX Runtime ne trouve aucun GPU pour lui : le pilote manque peut-être ou est trop ancien.</translation>
    </message>
    <message>
        <source> It has no number.</source>
        <translation> Il n&apos;a pas de numéro.</translation>
    </message>
</context>
<context>
    <name>ExampleModel</name>
    <message>
        <source>Mask and branch on cloud share</source>
        <translation>Masquer et bifurquer selon la part de nuages</translation>
    </message>
    <message>
        <source>0 clear, 1 thick cloud, 2 thin cloud, 3 cloud shadow, 255 no data.</source>
        <translation>0 dégagé, 1 nuage épais, 2 nuage fin, 3 ombre de nuage, 255 pas de données.</translation>
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
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
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
        <source>The rows of the scenes that are clear enough.</source>
        <translation>Les lignes des scènes assez dégagées.</translation>
    </message>
    <message>
        <source>Folder of products</source>
        <translation>Dossier de produits</translation>
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
    <message>
        <source>The image with nodata under cloud and shadow. Only written if there are few clouds.</source>
        <translation>L'image, à NoData sous les nuages et les ombres. Elle n'est écrite que s'il y a peu de nuages.</translation>
    </message>
    <message>
        <source>Any raster of the same area: a band of the product, an index, a composite.</source>
        <translation>N'importe quel raster de la même zone : une bande du produit, un indice, un composite.</translation>
    </message>
    <message>
        <source>The share of thick and thin cloud among the pixels with data decides which branch runs.</source>
        <translation>La part de nuages épais et fins parmi les pixels avec des données décide de la branche exécutée.</translation>
    </message>
    <message>
        <source>The bands of the scenes, nodata where no scene was clear, and a last band with the number of clear observations.</source>
        <translation>Les bandes des scènes, NoData là où aucune scène n'était dégagée, et une dernière bande avec le nombre d'observations dégagées.</translation>
    </message>
    <message>
        <source>Clouds and shadows grow by this distance before they are removed, because their edges are thin.</source>
        <translation>Les nuages et les ombres s'étendent de cette distance avant d'être retirés, car leurs bords sont fins.</translation>
    </message>
    <message>
        <source>Only this area is masked and combined. Leave it empty for whole products.</source>
        <translation>Seule cette zone est masquée et réunie. Laisser vide pour les produits entiers.</translation>
    </message>
    <message>
        <source>median: band by band. newest, clearest: pixels of the newest or clearest scene that is clear there.</source>
        <translation>median : bande par bande. newest, clearest : pixels de la scène la plus récente ou la plus dégagée parmi celles qui y sont dégagées.</translation>
    </message>
    <message>
        <source>The metadata file in a .SAFE folder, the folder itself, or a .zip archive. The result has its grid.</source>
        <translation>Le fichier de métadonnées d'un dossier .SAFE, le dossier lui-même, ou une archive .zip. Le résultat a sa grille.</translation>
    </message>
    <message>
        <source>Masks an area in all products of a folder and lists the scenes in which enough of it is clear. Set the area as an extent or as polygons; without one, whole products are masked.</source>
        <translation>Masque une zone dans tous les produits d'un dossier et énumère les scènes où elle est assez dégagée. Définir la zone par une emprise ou par des polygones ; sans zone, les produits entiers sont masqués.</translation>
    </message>
    <message>
        <source>One row per product: date, footprint, shares of the classes, and path of the mask.</source>
        <translation>Une ligne par produit : date, empreinte, parts des classes et chemin du masque.</translation>
    </message>
    <message>
        <source>One mask per product that touches the area.</source>
        <translation>Un masque par produit qui touche la zone.</translation>
    </message>
    <message>
        <source>Only this extent is masked and counted. Leave the polygons empty.</source>
        <translation>Seule cette emprise est masquée et comptée. Laisser les polygones vides.</translation>
    </message>
    <message>
        <source>All .SAFE folders and .zip archives in the folder and its subfolders. Products that do not touch the area are skipped.</source>
        <translation>Tous les dossiers .SAFE et archives .zip du dossier et de ses sous-dossiers. Les produits qui ne touchent pas la zone sont ignorés.</translation>
    </message>
    <message>
        <source>A scene is usable if at least this share of the area&apos;s pixels with data is clear.</source>
        <translation>Une scène est exploitable si, dans la zone, au moins cette part des pixels avec des données est dégagée.</translation>
    </message>
    <message>
        <source>Only the area inside these polygons is masked and counted. Leave the extent empty.</source>
        <translation>Seule la zone à l'intérieur de ces polygones est masquée et comptée. Laisser l'emprise vide.</translation>
    </message>
    <message>
        <source>Masks a product and, if it has few clouds, sets cloud and shadow to nodata in an image of the same area. If it has too many, shows a warning and leaves the image as it is. Copy this model and replace the last step with your own.</source>
        <translation>Masque un produit et, s'il a peu de nuages, met nuages et ombres à NoData dans une image de la même zone. S'il en a trop, affiche un avertissement et laisse l'image telle quelle. Copier ce modèle et remplacer la dernière étape par la sienne.</translation>
    </message>
    <message>
        <source>Image to mask</source>
        <translation>Image à masquer</translation>
    </message>
    <message>
        <source>Maximum cloud cover (percent)</source>
        <translation>Couverture nuageuse maximale (pour cent)</translation>
    </message>
    <message>
        <source>Combines three scenes of the same area into one image without clouds. Masks each product, sets clouds and shadows with a buffer to nodata, and combines the clear pixels. Copy this model for more scenes, other steps or your own options.</source>
        <translation>Réunit trois scènes de la même zone en une image sans nuages. Masque chaque produit, met nuages et ombres à NoData avec un tampon, et réunit les pixels dégagés. Copier ce modèle pour plus de scènes, d'autres étapes ou ses propres options.</translation>
    </message>
    <message>
        <source>Compositing method</source>
        <translation>Méthode de composition</translation>
    </message>
    <message>
        <source>Minimum clear share (percent)</source>
        <translation>Part dégagée minimale (pour cent)</translation>
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
    <name>FeatureFiles</name>
    <message>
        <source>{path} would hold only {found} of {count} rows. Choose another format, such as .gpkg.</source>
        <translation>{path} ne contiendrait que {found} des {count} lignes. Choisir un autre format, par exemple .gpkg.</translation>
    </message>
</context>
<context>
    <name>FetchModel</name>
    <message>
        <source>Download a model</source>
        <translation>Télécharger un modèle</translation>
    </message>
    <message>
        <source>model,network,weights,download,fetch,install,OmniCloudMask,KappaMask</source>
        <translation>modèle,réseau,poids,téléchargement,télécharger,installer,OmniCloudMask,KappaMask</translation>
    </message>
    <message>
        <source>Published models: {titles}.</source>
        <translation>Modèles publiés : {titles}.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>For computers without internet: files that you brought, by their published names.</source>
        <translation>Pour les ordinateurs sans internet : fichiers apportés, sous leurs noms publiés.</translation>
    </message>
    <message>
        <source>Downloading {file}</source>
        <translation>Téléchargement de {file}</translation>
    </message>
    <message>
        <source>Building the network from {file}</source>
        <translation>Construction du réseau à partir de {file}</translation>
    </message>
    <message>
        <source>{title} is ready. Licence: {licence}. Cite: {citation}</source>
        <translation>{title} est prêt. Licence : {licence}. Citer : {citation}</translation>
    </message>
    <message>
        <source>Folder with the model&apos;s files (offline)</source>
        <translation>Dossier des fichiers du modèle (hors ligne)</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Identifiant du modèle</translation>
    </message>
    <message>
        <source>Folder of the networks</source>
        <translation>Dossier des réseaux</translation>
    </message>
    <message>
        <source>Size of the networks (megabytes)</source>
        <translation>Taille des réseaux (mégaoctets)</translation>
    </message>
    <message>
        <source>The licence of {title} is {licence}. Read it on {page}, then set {name} to true.</source>
        <translation>La licence de {title} est {licence}. La lire sur {page}, puis mettre {name} à true.</translation>
    </message>
    <message>
        <source>The files of {title} can only be downloaded in a browser. Get {files} from {page}, and set {name} to their folder.</source>
        <translation>Les fichiers de {title} ne se téléchargent qu'avec un navigateur. Prendre {files} sur {page}, et donner leur dossier comme {name}.</translation>
    </message>
    <message>
        <source>A model whose licence forbids commercial use is downloaded only if you have read it and accept it here.</source>
        <translation>Un modèle dont la licence interdit l'usage commercial n'est téléchargé que si elle est lue et acceptée ici.</translation>
    </message>
    <message>
        <source>Accept a non-commercial licence</source>
        <translation>Accepter une licence non commerciale</translation>
    </message>
</context>
<context>
    <name>FetchRun</name>
    <message>
        <source>Nothing was installed: {reason}</source>
        <translation>Rien n'a été installé : {reason}</translation>
    </message>
    <message>
        <source>pip cannot use the SOCKS proxy of QGIS ({proxy}) without the package PySocks.</source>
        <translation>pip ne peut pas utiliser le proxy SOCKS de QGIS ({proxy}) sans le paquet PySocks.</translation>
    </message>
    <message>
        <source>Install PySocks (Debian, Ubuntu: python3-socks), or install from a folder.</source>
        <translation>Installer PySocks (Debian, Ubuntu : python3-socks), ou installer depuis un dossier.</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Date, tile or product, such as 2025-05..2025-07 T33UUU</source>
        <translation>Date, tuile ou produit, par exemple 2025-05..2025-07 T33UUU</translation>
    </message>
    <message>
        <source>Show only rows with all these words in their date, tile, satellite, level or product (Ctrl+F); two dates with .. between them are the first and the last one: 2025-05..2025-07, 2025-05.. or ..2025-07</source>
        <translation>N'afficher que les lignes dont la date, la tuile, le satellite, le niveau ou le produit contiennent tous ces mots (Ctrl+F) ; deux dates séparées par .. sont la première et la dernière : 2025-05..2025-07, 2025-05.. ou ..2025-07</translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % dégagé</translation>
    </message>
    <message>
        <source>Show only rows with at least this share of clear pixels; 0 shows all, also those without a mask</source>
        <translation>N'afficher que les lignes avec au moins cette part de pixels dégagés ; 0 les affiche toutes, même sans masque</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
</context>
<context>
    <name>Group</name>
    <message>
        <source>Example models</source>
        <translation>Exemples de modèles</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Cloud masking</source>
        <translation>Création de masques</translation>
    </message>
    <message>
        <source>Mask tools</source>
        <translation>Outils de masques</translation>
    </message>
    <message>
        <source>Mask accuracy assessment</source>
        <translation>Évaluation de la précision</translation>
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
        <translation>modèle,réseau,fiche,onnx,ajouter,poids</translation>
    </message>
    <message>
        <source>Network without a card: finest pixel size (metres)</source>
        <translation>Réseau sans fiche : taille de pixel la plus fine (mètres)</translation>
    </message>
    <message>
        <source>Network without a card: coarsest pixel size (metres)</source>
        <translation>Réseau sans fiche : taille de pixel la plus grossière (mètres)</translation>
    </message>
    <message>
        <source>Network without a card: patch size (pixels)</source>
        <translation>Réseau sans fiche : taille des imagettes (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: patch sizes are multiples of (pixels)</source>
        <translation>Réseau sans fiche : les tailles des imagettes sont des multiples de (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: normalisation</source>
        <translation>Réseau sans fiche : normalisation</translation>
    </message>
    <message>
        <source>Network without a card: id</source>
        <translation>Réseau sans fiche : identifiant</translation>
    </message>
    <message>
        <source>Network without a card: title</source>
        <translation>Réseau sans fiche : titre</translation>
    </message>
    <message>
        <source>Network without a card: levels</source>
        <translation>Réseau sans fiche : niveaux</translation>
    </message>
    <message>
        <source>Network without a card: bands, in its order</source>
        <translation>Réseau sans fiche : bandes, dans son ordre</translation>
    </message>
    <message>
        <source>Network without a card: class of each channel</source>
        <translation>Réseau sans fiche : classe de chaque canal</translation>
    </message>
    <message>
        <source>Network without a card: mean per band, in reflectance (empty: 0)</source>
        <translation>Réseau sans fiche : moyenne par bande, en réflectance (vide : 0)</translation>
    </message>
    <message>
        <source>Network without a card: standard deviation per band (empty: 1)</source>
        <translation>Réseau sans fiche : écart-type par bande (vide : 1)</translation>
    </message>
    <message>
        <source>Network without a card: licence</source>
        <translation>Réseau sans fiche : licence</translation>
    </message>
    <message>
        <source>Network without a card: citation</source>
        <translation>Réseau sans fiche : citation</translation>
    </message>
    <message>
        <source>fixed: by the mean and standard deviation above. patch: by those of each patch.</source>
        <translation>fixed : par la moyenne et l'écart-type ci-dessus. patch : par ceux de chaque imagette.</translation>
    </message>
    <message>
        <source>softmax: the network returns logits. none: it returns probabilities.</source>
        <translation>softmax : le réseau renvoie des logits. none : il renvoie des probabilités.</translation>
    </message>
    <message>
        <source>{title} was imported as {model}.</source>
        <translation>{title} a été importé sous l'identifiant {model}.</translation>
    </message>
    <message>
        <source>{network} has no card, and the parameters do not make one: {problems}. Correct them.</source>
        <translation>{network} n'a pas de fiche, et les paramètres ne suffisent pas à en faire une : {problems}. Les corriger.</translation>
    </message>
    <message>
        <source>Model card, network or published weights</source>
        <translation>Fiche de modèle, réseau ou poids publiés</translation>
    </message>
    <message>
        <source>A card with its networks beside it; a network alone, which needs the advanced parameters; or weights as the authors of a model publish them.</source>
        <translation>Une fiche avec ses réseaux à côté, un réseau seul, qui demande les paramètres avancés, ou des poids tels que les auteurs d'un modèle les publient.</translation>
    </message>
    <message>
        <source>Replace the model with the same id</source>
        <translation>Remplacer le modèle du même identifiant</translation>
    </message>
    <message>
        <source>Network without a card: minimum patch overlap (pixels)</source>
        <translation>Réseau sans fiche : recouvrement minimal des imagettes (pixels)</translation>
    </message>
    <message>
        <source>Network without a card: output</source>
        <translation>Réseau sans fiche : sortie</translation>
    </message>
    <message>
        <source>Model id</source>
        <translation>Identifiant du modèle</translation>
    </message>
    <message>
        <source>Folder of the model</source>
        <translation>Dossier du modèle</translation>
    </message>
    <message>
        <source>{title} still needs {files}. Import them too.</source>
        <translation>{title} demande encore {files}. Les importer aussi.</translation>
    </message>
    <message>
        <source>{name} is {value}. Choose a model card (.json), a network (.onnx), or published weights ({suffixes}).</source>
        <translation>{name} est {value}. Choisir une fiche de modèle (.json), un réseau (.onnx) ou des poids publiés ({suffixes}).</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>Otherwise an imported model of the same id stays, and the import is refused.</source>
        <translation>Sinon, un modèle importé du même identifiant reste, et l'import est refusé.</translation>
    </message>
    <message>
        <source>Only for a network without a card; with one, it is ignored.</source>
        <translation>Seulement pour un réseau sans fiche ; sans effet avec une fiche.</translation>
    </message>
    <message>
        <source>Only for a network without a card. Separate several by commas.</source>
        <translation>Seulement pour un réseau sans fiche. En séparer plusieurs par des virgules.</translation>
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
        <source>about {download} MB to download, {disk} MB on disk</source>
        <translation>environ {download} Mo à télécharger, {disk} Mo sur le disque</translation>
    </message>
    <message>
        <source>nothing to download</source>
        <translation>rien à télécharger</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Il ne manque rien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Remove the models too; other profiles and the command line share them</source>
        <translation>Supprimer aussi les modèles, partagés avec les autres profils et la ligne de commande</translation>
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
        <source>For the &amp;NVIDIA GPU (a much larger download)</source>
        <translation>Pour le GPU &amp;NVIDIA (téléchargement bien plus volumineux)</translation>
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
        <source># through the proxy of QGIS&apos;s options: {proxy}</source>
        <translation># par le proxy des options de QGIS : {proxy}</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Suppression…</translation>
    </message>
    <message>
        <source>Checking the installation…</source>
        <translation>Vérification de l'installation…</translation>
    </message>
    <message>
        <source>QGIS still uses the earlier {names}. Restart QGIS to use the new version.</source>
        <translation>QGIS utilise encore l'ancienne version de {names}. Redémarrer QGIS pour utiliser la nouvelle.</translation>
    </message>
    <message>
        <source>Everything that CloudS2Mask needs is installed.</source>
        <translation>Tout ce dont CloudS2Mask a besoin est installé.</translation>
    </message>
    <message>
        <source>{size}, to download it again</source>
        <translation>{size}, pour tout télécharger à nouveau</translation>
    </message>
    <message>
        <source>No packages are installed in this profile</source>
        <translation>Aucun paquet n'est installé dans ce profil</translation>
    </message>
    <message>
        <source>Diagnostics copied to the clipboard. Paste them into your bug report.</source>
        <translation>Diagnostic copié dans le presse-papiers. Le coller dans le rapport de bogue.</translation>
    </message>
    <message>
        <source>Cancelling and removing partial downloads…</source>
        <translation>Annulation et suppression des téléchargements partiels…</translation>
    </message>
    <message>
        <source>Installing the packages…</source>
        <translation>Installation des paquets…</translation>
    </message>
    <message>
        <source>Installing the model converter, which is removed afterwards…</source>
        <translation>Installation du convertisseur de modèles, supprimé ensuite…</translation>
    </message>
    <message>
        <source>Downloading the models…</source>
        <translation>Téléchargement des modèles…</translation>
    </message>
    <message>
        <source>Converting the models, which takes a minute…</source>
        <translation>Conversion des modèles ; cela prend une minute…</translation>
    </message>
    <message>
        <source>Partial downloads were removed. If the network failed, check the proxy in QGIS&apos;s options (Network), or install from a folder.</source>
        <translation>Les téléchargements partiels ont été supprimés. Si le réseau est en cause, vérifier le proxy dans les options de QGIS (Réseau), ou installer depuis un dossier.</translation>
    </message>
    <message>
        <source>Cancelled. Partial downloads were removed.</source>
        <translation>Annulé. Les téléchargements partiels ont été supprimés.</translation>
    </message>
    <message>
        <source>Done. Restart QGIS to use the new packages.</source>
        <translation>Terminé. Redémarrer QGIS pour utiliser les nouveaux paquets.</translation>
    </message>
    <message>
        <source>Trying the installed packages…</source>
        <translation>Essai des paquets installés…</translation>
    </message>
    <message>
        <source>Done. CloudS2Mask is ready.</source>
        <translation>Terminé. CloudS2Mask est prêt.</translation>
    </message>
    <message>
        <source>CloudS2Mask is not ready. See the reason above.</source>
        <translation>CloudS2Mask n'est pas prêt. Voir la raison ci-dessus.</translation>
    </message>
    <message>
        <source>Remove the packages that were installed for CloudS2Mask?</source>
        <translation>Supprimer les paquets installés pour CloudS2Mask ?</translation>
    </message>
    <message>
        <source>Removed. Restart QGIS to unload packages in use.</source>
        <translation>Supprimé. Redémarrer QGIS pour décharger les paquets en cours d'utilisation.</translation>
    </message>
    <message>
        <source>A folder of the QGIS profile, outside the plugin: updates of the plugin keep it, and QGIS&apos;s own packages do not change</source>
        <translation>Un dossier du profil de QGIS, hors de l'extension : les mises à jour de l'extension le conservent, et les paquets de QGIS ne changent pas</translation>
    </message>
    <message>
        <source>onnxruntime-gpu with CUDA and cuDNN, for a recent driver; without it, or if it fails, masks are computed on the processor</source>
        <translation>onnxruntime-gpu avec CUDA et cuDNN, pour un pilote récent ; sans lui, ou s'il échoue, les masques sont calculés sur le processeur</translation>
    </message>
    <message>
        <source>The commands to run, then their output</source>
        <translation>Les commandes à exécuter, puis leur sortie</translation>
    </message>
    <message>
        <source>Copy the commands and their output</source>
        <translation>Copier les commandes et leur sortie</translation>
    </message>
    <message>
        <source>Downloading {title}…</source>
        <translation>Téléchargement de {title}…</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <source>&amp;Install again</source>
        <translation>&amp;Installer à nouveau</translation>
    </message>
    <message>
        <source>Close and keep installing</source>
        <translation>Fermer et continuer</translation>
    </message>
    <message>
        <source># {title}, without further packages, from:</source>
        <translation># {title}, sans autre paquet, depuis :</translation>
    </message>
    <message>
        <source>Click Others… to choose a mirror or a folder, or to import files that you have downloaded.</source>
        <translation>Sous « Autres… », choisir un miroir ou un dossier, ou importer des fichiers téléchargés.</translation>
    </message>
    <message>
        <source>For computers without internet: a folder of wheels, downloaded with pip on another computer, and of published weights</source>
        <translation>Pour les ordinateurs sans Internet : un dossier de wheels, téléchargés avec pip sur un autre ordinateur, et de poids publiés</translation>
    </message>
    <message>
        <source>Components are being installed</source>
        <translation>Des composants sont en cours d'installation</translation>
    </message>
    <message>
        <source>Packages are being removed</source>
        <translation>Des paquets sont en cours de suppression</translation>
    </message>
    <message>
        <source>The installation is being checked</source>
        <translation>L'installation est en cours de vérification</translation>
    </message>
    <message>
        <source>Download and install what is listed above</source>
        <translation>Télécharger et installer ce qui est énuméré ci-dessus</translation>
    </message>
    <message>
        <source>Nothing is being installed</source>
        <translation>Aucune installation n'est en cours</translation>
    </message>
    <message>
        <source>Stop, and remove partial downloads of packages</source>
        <translation>Arrêter et supprimer les téléchargements partiels de paquets</translation>
    </message>
    <message>
        <source>Remove the packages, and the models if you wish</source>
        <translation>Supprimer les paquets et, au choix, les modèles</translation>
    </message>
    <message>
        <source>It is being cancelled</source>
        <translation>Annulation en cours</translation>
    </message>
    <message>
        <source>CloudS2Mask: install or update components</source>
        <translation>CloudS2Mask : installer ou mettre à jour les composants</translation>
    </message>
    <message>
        <source>The commands that Install runs, and the downloads; then their output. They change only the folders above.</source>
        <translation>Les commandes exécutées par Installer et les téléchargements, puis leur sortie. Elles ne modifient que les dossiers ci-dessus.</translation>
    </message>
    <message>
        <source>Removes the packages that were installed for CloudS2Mask in this QGIS profile, and the models if you tick that in the question that follows. Masks stay.</source>
        <translation>Supprime les paquets installés pour CloudS2Mask dans ce profil QGIS, et les modèles si on le coche dans la question qui suit. Les masques restent.</translation>
    </message>
    <message>
        <source>Copies the commands and their output to the clipboard.</source>
        <translation>Copie les commandes et leur sortie dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Copies versions, devices, folders, models and the last error to the clipboard, as text for a bug report. It contains no passwords.</source>
        <translation>Copie versions, périphériques, dossiers, modèles et la dernière erreur dans le presse-papiers, comme texte pour un rapport de bogue. Il ne contient pas de mots de passe.</translation>
    </message>
    <message>
        <source>Stops the installation. Partial downloads of packages are removed; a download of a model continues later where it stopped.</source>
        <translation>Arrête l'installation. Les téléchargements partiels de paquets sont supprimés ; celui d'un modèle reprend plus tard là où il s'est arrêté.</translation>
    </message>
    <message>
        <source>Closes this window. An installation in progress continues.</source>
        <translation>Ferme cette fenêtre. Une installation en cours continue.</translation>
    </message>
    <message>
        <source>Missing: &lt;b&gt;{names}&lt;/b&gt;. Install downloads them for CloudS2Mask only.</source>
        <translation>Il manque : &lt;b&gt;{names}&lt;/b&gt;. Installer les télécharge pour CloudS2Mask seulement.</translation>
    </message>
    <message>
        <source>Shows the commands that Install runs, and their output. It opens by itself if one of them fails.</source>
        <translation>Montre les commandes qu'Installer exécute, et leur sortie. S'ouvre de lui-même si l'une d'elles échoue.</translation>
    </message>
    <message>
        <source>Show the commands and their output</source>
        <translation>Afficher les commandes et leur sortie</translation>
    </message>
    <message>
        <source>Downloads and installs the packages and the chosen networks in the background. QGIS&apos;s own packages do not change.</source>
        <translation>Télécharge et installe les paquets et les réseaux choisis en arrière-plan. Les paquets de QGIS ne changent pas.</translation>
    </message>
    <message>
        <source>D&amp;etails</source>
        <translation>Dé&amp;tails</translation>
    </message>
    <message>
        <source>Commands and their output</source>
        <translation>Commandes et leur sortie</translation>
    </message>
    <message>
        <source>Progress of the installation</source>
        <translation>Progression de l'installation</translation>
    </message>
    <message>
        <source>For a GPU of &amp;any maker, by WebGPU (a small download)</source>
        <translation>Pour un GPU de n'importe &amp;quel fabricant, par WebGPU (petit téléchargement)</translation>
    </message>
    <message>
        <source>onnxruntime-ep-webgpu, for GPUs of NVIDIA, AMD, Intel and Apple with a recent driver; choose the device WebGPU among the options of a mask afterwards</source>
        <translation>onnxruntime-ep-webgpu, pour les GPU de NVIDIA, AMD, Intel et Apple avec un pilote récent ; choisir ensuite le périphérique WebGPU dans les options d'un masque</translation>
    </message>
    <message>
        <source>Done. CloudS2Mask is ready, but WebGPU finds no GPU. A driver may be missing or old.</source>
        <translation>Terminé. CloudS2Mask est prêt, mais WebGPU ne trouve aucun GPU. Un pilote manque peut-être ou est trop ancien.</translation>
    </message>
</context>
<context>
    <name>LayerActions</name>
    <message>
        <source>Mask clouds…</source>
        <translation>Masquer les nuages…</translation>
    </message>
    <message>
        <source>Apply cloud mask…</source>
        <translation>Appliquer un masque de nuages…</translation>
    </message>
    <message>
        <source>Show or hide cloud masks</source>
        <translation>Afficher ou cacher les masques de nuages</translation>
    </message>
    <message>
        <source>Mask as polygons…</source>
        <translation>Masque en polygones…</translation>
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
        <translation>modèle,réseau,fiche,onnx,licence,citation,état</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Models ready to use</source>
        <translation>Modèles prêts à l'emploi</translation>
    </message>
    <message>
        <source>A table with a row per model; without it, the log lists the models.</source>
        <translation>Une table avec une ligne par modèle ; sans elle, le journal énumère les modèles.</translation>
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
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Buffer around cloud and shadow (metres)</source>
        <translation>Tampon autour des nuages et des ombres (mètres)</translation>
    </message>
    <message>
        <source>Patch placement</source>
        <translation>Placement des imagettes</translation>
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
        <source>Area of interest: extent</source>
        <translation>Zone d'intérêt : emprise</translation>
    </message>
    <message>
        <source>Area of interest: polygons</source>
        <translation>Zone d'intérêt : polygones</translation>
    </message>
    <message>
        <source>The extent</source>
        <translation>L'emprise</translation>
    </message>
    <message>
        <source>Mask only inside this extent. Leave it empty to mask everything, or to use the polygons below.</source>
        <translation>Masquer seulement dans cette emprise. Laisser vide pour tout masquer, ou pour utiliser les polygones ci-dessous.</translation>
    </message>
    <message>
        <source>Mask only inside these polygons. Leave the extent empty.</source>
        <translation>Masquer seulement dans ces polygones. Laisser l'emprise vide.</translation>
    </message>
    <message>
        <source>auto: the fastest that ONNX Runtime offers on this computer.</source>
        <translation>auto : le plus rapide qu'ONNX Runtime propose sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Cloud and shadow grow by this distance into clear areas.</source>
        <translation>Nuages et ombres s'étendent de cette distance sur les zones dégagées.</translation>
    </message>
    <message>
        <source>Cancelled. Unfinished masks were removed.</source>
        <translation>Annulé. Les masques inachevés ont été supprimés.</translation>
    </message>
    <message>
        <source>{extent} and {polygons} are both given. Choose one of them as the area of interest.</source>
        <translation>{extent} et {polygons} sont tous deux indiqués. Choisir l'un des deux comme zone d'intérêt.</translation>
    </message>
    <message>
        <source>existing mask reused</source>
        <translation>masque existant réutilisé</translation>
    </message>
    <message>
        <source>{value} in {name} is more than one model. {model} takes one model; put the others in {others}.</source>
        <translation>{value} dans {name} désigne plusieurs modèles. {model} n'en accepte qu'un ; indiquer les autres dans {others}.</translation>
    </message>
    <message>
        <source>Arrangement of the patches over the scene. upstream: exactly as in the CloudS2Mask library.</source>
        <translation>Disposition des imagettes sur la scène. upstream : exactement comme dans la bibliothèque CloudS2Mask.</translation>
    </message>
    <message>
        <source>Verify checksums first</source>
        <translation>Vérifier d'abord les sommes de contrôle</translation>
    </message>
    <message>
        <source>1 to 4 seconds per product, longer from slow disks.</source>
        <translation>1 à 4 secondes par produit, plus sur un disque lent.</translation>
    </message>
    <message>
        <source>Patch size (pixels)</source>
        <translation>Taille des imagettes (pixels)</translation>
    </message>
    <message>
        <source>Minimum patch overlap (pixels)</source>
        <translation>Recouvrement minimal (pixels)</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. More overlap takes longer and leaves fewer seams.</source>
        <translation>Vide : celui du modèle. Plus de recouvrement des imagettes prend plus de temps et laisse moins de raccords.</translation>
    </message>
    <message>
        <source>Patches per batch</source>
        <translation>Imagettes par lot</translation>
    </message>
    <message>
        <source>Empty: automatic. Patches that the network gets at once; fewer need less memory.</source>
        <translation>Vide : automatique. Imagettes données à la fois au réseau ; moins demandent moins de mémoire.</translation>
    </message>
    <message>
        <source>auto: always the networks of {package}, by the product&apos;s level and the resolution; auto-fast: one of them in place of two.</source>
        <translation>auto : toujours les réseaux de {package}, selon le niveau du produit et la résolution ; auto-fast : un seul au lieu de deux.</translation>
    </message>
    <message>
        <source>{name} is empty. Choose a folder for the masks.</source>
        <translation>{name} est vide. Choisir un dossier pour les masques.</translation>
    </message>
    <message>
        <source>Authentication for addresses</source>
        <translation>Authentification pour les adresses</translation>
    </message>
    <message>
        <source>For hosts that want a login, and for the key and secret of a bucket. Without it, variables of the environment and profiles count.</source>
        <translation>Pour les hôtes qui demandent une connexion, et pour la clé et le secret d'un bucket. Sans elle, les variables de l'environnement et les profils valent.</translation>
    </message>
    <message>
        <source>Without them, {levels} products can be masked with the model {model}.</source>
        <translation>Sans eux, les produits {levels} peuvent être masqués avec le modèle {model}.</translation>
    </message>
    <message>
        <source>A mask with other settings ({names}) exists: {path}. Set {name} to true or change the folder.</source>
        <translation>Un masque avec d'autres réglages ({names}) existe : {path}. Mettre {name} à true, ou choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s, or rectangles that fit the scene better. Edge of the squares that the network sees at once; smaller ones need less memory.</source>
        <translation>Vide : celle du modèle, ou des rectangles mieux ajustés à la scène. Côté des carrés que le réseau voit à la fois ; de plus petits demandent moins de mémoire.</translation>
    </message>
</context>
<context>
    <name>MaskDialog</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cloud masks for Sentinel-2</source>
        <translation>Masques de nuages pour Sentinel-2</translation>
    </message>
    <message>
        <source>Add &amp;zips…</source>
        <translation>Ajouter des zi&amp;ps…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>R&amp;etirer</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;xécuter</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Ouvrir le guide (F1)</translation>
    </message>
    <message>
        <source>S&amp;eason…</source>
        <translation>&amp;Saison…</translation>
    </message>
    <message>
        <source>Adds downloaded archives. They are read in place and not unpacked.</source>
        <translation>Ajoute des archives téléchargées. Elles sont lues sur place, sans être décompressées.</translation>
    </message>
    <message>
        <source>Removes the selected products from the list. No files are deleted.</source>
        <translation>Retire de la liste les produits sélectionnés. Aucun fichier n'est supprimé.</translation>
    </message>
    <message>
        <source>Compare the scenes of the last run, or of a folder of masks: clear shares by date, as a table and a chart</source>
        <translation>Comparer les scènes de la dernière exécution, ou d'un dossier de masques : parts dégagées par date, en tableau et en graphique</translation>
    </message>
    <message>
        <source>Shows the clear share of each date as a table and a chart, for the scenes of the last run or the masks of a folder. Selected scenes are shown on the map.</source>
        <translation>Montre la part dégagée de chaque date, en tableau et en graphique, pour les scènes de la dernière exécution ou les masques d'un dossier. Les scènes sélectionnées sont affichées sur la carte.</translation>
    </message>
    <message>
        <source>Progress of all scenes, with an estimate of the remaining time.</source>
        <translation>Progression de toutes les scènes, avec une estimation du temps restant.</translation>
    </message>
    <message>
        <source>Masks all usable products of the list, one after the other, in the background. QGIS stays usable.</source>
        <translation>Masque tous les produits utilisables de la liste, l'un après l'autre, en arrière-plan. QGIS reste utilisable.</translation>
    </message>
    <message>
        <source>Stops the run after the current step. Finished masks stay; unfinished files are removed.</source>
        <translation>Arrête l'exécution après l'étape en cours. Les masques terminés restent ; les fichiers inachevés sont supprimés.</translation>
    </message>
    <message>
        <source>Closes this window. A run continues: its progress is shown in the task manager at the bottom of QGIS, and here when this window is opened again.</source>
        <translation>Ferme cette fenêtre. Une exécution en cours se poursuit : sa progression s'affiche dans le gestionnaire de tâches, en bas de QGIS, et ici quand la fenêtre est rouverte.</translation>
    </message>
    <message>
        <source>Install missin&amp;g components…</source>
        <translation>&amp;Installer ce qui manque…</translation>
    </message>
    <message>
        <source>Open the window that installs the missing packages and models</source>
        <translation>Ouvrir la fenêtre qui installe les paquets et modèles manquants</translation>
    </message>
    <message>
        <source>Re&amp;place</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>&amp;Add folder and subfolders…</source>
        <translation>A&amp;jouter dossier et sous-dossiers…</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Progression du traitement</translation>
    </message>
    <message>
        <source>Adds unpacked Sentinel-2 products of level 1C or 2A: folders whose name ends in .SAFE or .zarr. You can choose several at once, or drop them on the list.</source>
        <translation>Ajoute des produits Sentinel-2 décompressés, de niveau 1C ou 2A : des dossiers dont le nom finit par .SAFE ou .zarr. On peut en choisir plusieurs à la fois, ou les déposer sur la liste.</translation>
    </message>
    <message>
        <source>Adds every .SAFE or .zarr folder and .zip archive in a folder and its subfolders.</source>
        <translation>Ajoute tous les dossiers .SAFE ou .zarr et archives .zip d'un dossier et de ses sous-dossiers.</translation>
    </message>
    <message>
        <source>Add &amp;folders…</source>
        <translation>Ajouter des &amp;dossiers…</translation>
    </message>
    <message>
        <source>Adds scenes that lie on the web: by a search of a catalogue, or by their addresses. They are read where they lie: for an area, only a part of their files.</source>
        <translation>Ajoute des scènes qui se trouvent sur le web : par la recherche dans un catalogue ou par leurs adresses. Elles sont lues là où elles se trouvent : pour une zone, une partie seulement de leurs fichiers.</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Selects products on the map: click an outline, or drag a rectangle. Ctrl and Shift add to the selection. Rest the pointer on an outline to see its date, its state and a picture.</source>
        <translation>Sélectionne des produits sur la carte : cliquez sur un contour, ou tracez un rectangle. Ctrl et Maj ajoutent à la sélection. Laissez le pointeur sur un contour pour voir sa date, son état et une image.</translation>
    </message>
    <message>
        <source>Select on map</source>
        <translation>Sélectionner sur la carte</translation>
    </message>
</context>
<context>
    <name>MaskLayers</name>
    <message>
        <source>Clouds, {scene}, {res} m, {model}</source>
        <translation>Nuages, {scene}, {res} m, {model}</translation>
    </message>
    <message>
        <source>Natural colour, {scene}, {res} m</source>
        <translation>Couleurs naturelles, {scene}, {res} m</translation>
    </message>
    <message>
        <source>Confidence, {scene}, {res} m, {model}</source>
        <translation>Confiance, {scene}, {res} m, {model}</translation>
    </message>
    <message>
        <source>Valid mask, {scene}, {res} m</source>
        <translation>Masque de validité, {scene}, {res} m</translation>
    </message>
    <message>
        <source>Clouds, {folder} ({res} m)</source>
        <translation>Nuages, {folder} ({res} m)</translation>
    </message>
    <message>
        <source>Clouds (corrected), {scene}, {res} m, {model}</source>
        <translation>Nuages (corrigé), {scene}, {res} m, {model}</translation>
    </message>
</context>
<context>
    <name>MaskPolygons</name>
    <message>
        <source>Mask as polygons</source>
        <translation>Masque en polygones</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,vectorize,polygonize,vector,outline,simplify,area,geopackage</source>
        <translation>nuage,ombre,masque,vectoriser,polygone,vecteur,contour,simplifier,surface,geopackage</translation>
    </message>
    <message>
        <source>Classes that become polygons</source>
        <translation>Classes converties en polygones</translation>
    </message>
    <message>
        <source>Pixels without data belong to no polygon.</source>
        <translation>Les pixels sans données n'appartiennent à aucun polygone.</translation>
    </message>
    <message>
        <source>Smallest polygon (hectares)</source>
        <translation>Plus petit polygone (hectares)</translation>
    </message>
    <message>
        <source>Smaller patches and holes become part of their largest neighbour.</source>
        <translation>Les zones et les trous plus petits sont rattachés à leur plus grand voisin.</translation>
    </message>
    <message>
        <source>Simplify outlines by (pixels)</source>
        <translation>Simplifier les contours de (pixels)</translation>
    </message>
    <message>
        <source>Without gaps or overlaps between polygons. 0 keeps the edges of the pixels.</source>
        <translation>Sans vides ni chevauchements entre polygones. 0 garde les bords des pixels.</translation>
    </message>
    <message>
        <source>A polygon per patch, with its class, area, date and product.</source>
        <translation>Un polygone par zone, avec sa classe, sa surface, sa date et son produit.</translation>
    </message>
    <message>
        <source>Polygons, {scene}</source>
        <translation>Polygones, {scene}</translation>
    </message>
</context>
<context>
    <name>MaskRaster</name>
    <message>
        <source>Mask clouds in a raster layer</source>
        <translation>Masquer les nuages d'une couche raster</translation>
    </message>
    <message>
        <source>Processing level</source>
        <translation>Niveau de traitement</translation>
    </message>
    <message>
        <source>Scale (empty: the raster&apos;s)</source>
        <translation>Échelle (vide : celle du raster)</translation>
    </message>
    <message>
        <source>Offset (empty: the raster&apos;s)</source>
        <translation>Décalage (vide : celui du raster)</translation>
    </message>
    <message>
        <source>In reflectance: -0.1 for values as in products of baseline 04.00 and later, otherwise 0.</source>
        <translation>En réflectance : -0.1 pour des valeurs comme dans les produits de baseline 04.00 et suivantes, sinon 0.</translation>
    </message>
    <message>
        <source>Where blue, green or red has this value, the mask has no data.</source>
        <translation>Là où le bleu, le vert ou le rouge a cette valeur, le masque est sans données.</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,landsat,stac,cog,vrt,stack,multiband,reflectance,s2</source>
        <translation>nuage,ombre,masque,sentinel-2,landsat,stac,cog,vrt,pile,multibande,réflectance,s2</translation>
    </message>
    <message>
        <source>Raster layer</source>
        <translation>Couche raster</translation>
    </message>
    <message>
        <source>All bands of one date in one raster, north up, with square pixels in metres. OmniCloudMask masks rasters of any sensor with red, green and near infrared; other models need bands of Sentinel-2.</source>
        <translation>Toutes les bandes d'une date dans un raster, nord en haut, avec des pixels carrés en mètres. OmniCloudMask masque les rasters de tout capteur ayant le rouge, le vert et le proche infrarouge ; les autres modèles demandent des bandes de Sentinel-2.</translation>
    </message>
    <message>
        <source>L2A: surface reflectance. L1C: top-of-atmosphere reflectance. No effect with OmniCloudMask.</source>
        <translation>L2A : réflectance de surface. L1C : réflectance au sommet de l'atmosphère. Sans effet avec OmniCloudMask.</translation>
    </message>
    <message>
        <source>Reflectance = value x scale + offset. Integer rasters mostly have 0.0001. OmniCloudMask needs none.</source>
        <translation>Réflectance = valeur x échelle + décalage. Les rasters d'entiers ont le plus souvent 0.0001. OmniCloudMask n'en demande pas.</translation>
    </message>
    <message>
        <source>Nodata value (empty: the raster&apos;s)</source>
        <translation>Valeur NoData (vide : celle du raster)</translation>
    </message>
    <message>
        <source>Blue, B02</source>
        <translation>Bleu, B02</translation>
    </message>
    <message>
        <source>Green, B03</source>
        <translation>Vert, B03</translation>
    </message>
    <message>
        <source>Red, B04</source>
        <translation>Rouge, B04</translation>
    </message>
    <message>
        <source>Near infrared, B08</source>
        <translation>Proche infrarouge, B08</translation>
    </message>
    <message>
        <source>Short-wave infrared 1, B11</source>
        <translation>Infrarouge à ondes courtes 1, B11</translation>
    </message>
    <message>
        <source>Short-wave infrared 2, B12</source>
        <translation>Infrarouge à ondes courtes 2, B12</translation>
    </message>
    <message>
        <source>Empty: the band with a matching name, such as B02 or blue. OmniCloudMask needs red, green and near infrared, best B8A.</source>
        <translation>Vide : la bande d'un nom correspondant, comme B02 ou blue. OmniCloudMask demande rouge, vert et proche infrarouge, de préférence B8A.</translation>
    </message>
    <message>
        <source>Acquisition time, UTC</source>
        <translation>Date d'acquisition, UTC</translation>
    </message>
    <message>
        <source>Time of the mask in the temporal controller. Empty: the layer&apos;s.</source>
        <translation>Date du masque dans le contrôleur temporel. Vide : celle de la couche.</translation>
    </message>
    <message>
        <source>Resolution of the mask (metres)</source>
        <translation>Résolution du masque (mètres)</translation>
    </message>
    <message>
        <source>Empty: the raster&apos;s. The models support 10 to 40 metres, OmniCloudMask 10 to 50, and are best at 20.</source>
        <translation>Vide : celle du raster. Les modèles travaillent de 10 à 40 mètres, OmniCloudMask de 10 à 50, et sont les meilleurs à 20.</translation>
    </message>
</context>
<context>
    <name>MaskRun</name>
    <message>
        <source>Cloud masks</source>
        <translation>Masques de nuages</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Remplacer</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
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
        <source>Natural-colour layer</source>
        <translation>Couche en couleurs naturelles</translation>
    </message>
    <message>
        <source>INPUT is empty. Choose a Sentinel-2 product.</source>
        <translation>INPUT est vide. Choisir un produit Sentinel-2.</translation>
    </message>
    <message>
        <source>It shows the product in natural colours, and reads the product&apos;s own files.</source>
        <translation>Elle montre le produit en couleurs naturelles, et lit les fichiers du produit.</translation>
    </message>
    <message>
        <source>Write a natural-colour layer (VRT)</source>
        <translation>Écrire la couche en couleurs naturelles</translation>
    </message>
    <message>
        <source>A .SAFE or .zarr folder, the metadata file in it, or a .zip archive; or the address of one, with https://, s3:// or gs://.</source>
        <translation>Un dossier .SAFE ou .zarr, son fichier de métadonnées, ou une archive .zip ; ou l'adresse de l'un d'eux, en https://, s3:// ou gs://.</translation>
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
        <source>Single products</source>
        <translation>Produits individuels</translation>
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
        <source>Report with pictures</source>
        <translation>Rapport avec images</translation>
    </message>
    <message>
        <source>HTML files (*.html)</source>
        <translation>Fichiers HTML (*.html)</translation>
    </message>
    <message>
        <source>Natural-colour layers</source>
        <translation>Couches en couleurs naturelles</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>The table {table} cannot be written. Choose another file.</source>
        <translation>La table {table} ne peut pas être écrite. Choisir un autre fichier.</translation>
    </message>
    <message>
        <source>One page for a web browser with a chart, a table and a picture of each scene.</source>
        <translation>Une page pour navigateur web avec un graphique, un tableau et une image de chaque scène.</translation>
    </message>
    <message>
        <source>None of the products touches the area of interest. Choose another area or other products.</source>
        <translation>Aucun des produits ne touche la zone d'intérêt. Choisir une autre zone ou d'autres produits.</translation>
    </message>
    <message>
        <source>None of the products could be masked. See the log for the reasons.</source>
        <translation>Aucun des produits n'a pu être masqué. Voir les raisons dans le journal.</translation>
    </message>
    <message>
        <source>{folder} and {products} are empty. Choose a folder of products or at least one product.</source>
        <translation>{folder} et {products} sont vides. Choisir un dossier de produits ou au moins un produit.</translation>
    </message>
    <message>
        <source>Add the masks to the map</source>
        <translation>Ajouter les masques à la carte</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Dossier de sortie</translation>
    </message>
    <message>
        <source>Cloud statistics (footprints)</source>
        <translation>Statistiques des nuages (emprises)</translation>
    </message>
    <message>
        <source>Products outside the area of interest</source>
        <translation>Produits hors de la zone d'intérêt</translation>
    </message>
    <message>
        <source>They show the products in natural colours, and read the products&apos; own files.</source>
        <translation>Elles montrent les produits en couleurs naturelles, et lisent les fichiers des produits.</translation>
    </message>
    <message>
        <source>QGIS then shows each mask in the colours of its classes, wherever it is opened.</source>
        <translation>QGIS montre alors chaque masque dans les couleurs de ses classes, où qu'il soit ouvert.</translation>
    </message>
    <message>
        <source>Write confidence rasters</source>
        <translation>Écrire des rasters de confiance</translation>
    </message>
    <message>
        <source>A raster beside each mask with a band per class of the model: its probability in percent.</source>
        <translation>Un raster à côté de chaque masque avec une bande par classe du modèle : sa probabilité en pour cent.</translation>
    </message>
    <message>
        <source>A raster beside each mask for other programs, by the rule in the advanced parameters.</source>
        <translation>Un raster à côté de chaque masque pour d'autres programmes, selon la règle des paramètres avancés.</translation>
    </message>
    <message>
        <source>Otherwise masks with the same settings are reused, and others of the same name stay.</source>
        <translation>Sinon, les masques aux mêmes réglages sont réutilisés, et les autres du même nom restent.</translation>
    </message>
    <message>
        <source>In groups by date and tile, over natural colours.</source>
        <translation>En groupes par date et tuile, sur les couleurs naturelles.</translation>
    </message>
    <message>
        <source>The masks and the files beside them are written here.</source>
        <translation>Les masques et les fichiers à côté d'eux sont écrits ici.</translation>
    </message>
    <message>
        <source>A row per product with its outline and the shares of its classes.</source>
        <translation>Une ligne par produit avec son contour et les parts de ses classes.</translation>
    </message>
    <message>
        <source>Write valid masks</source>
        <translation>Écrire des masques de validité</translation>
    </message>
    <message>
        <source>Masks all .SAFE and .zarr folders and .zip archives in the folder and its subfolders.</source>
        <translation>Masque tous les dossiers .SAFE et .zarr et archives .zip du dossier et de ses sous-dossiers.</translation>
    </message>
    <message>
        <source>{folder} contains no Sentinel-2 product. Choose a folder with .SAFE or .zarr folders or .zip archives.</source>
        <translation>{folder} ne contient aucun produit Sentinel-2. Choisir un dossier avec des dossiers .SAFE ou .zarr ou des archives .zip.</translation>
    </message>
    <message>
        <source>Metadata files (MTD_MSI*.xml), .SAFE or .zarr folders, or .zip archives, or addresses of these.</source>
        <translation>Fichiers de métadonnées (MTD_MSI*.xml), dossiers .SAFE ou .zarr, ou archives .zip, ou leurs adresses.</translation>
    </message>
    <message>
        <source>{folder} is an address, and folders behind addresses are not searched. Enter the addresses of products in {products}.</source>
        <translation>{folder} est une adresse, et les dossiers derrière des adresses ne sont pas parcourus. Saisissez les adresses des produits dans {products}.</translation>
    </message>
</context>
<context>
    <name>MaskStac</name>
    <message>
        <source>Mask clouds in STAC items</source>
        <translation>Masquer les nuages d'items STAC</translation>
    </message>
    <message>
        <source>cloud,shadow,mask,sentinel-2,stac,cog,search,catalogue,aws,azure,satellite</source>
        <translation>nuage,ombre,masque,sentinel-2,stac,cog,recherche,catalogue,aws,azure,satellite</translation>
    </message>
    <message>
        <source>STAC items</source>
        <translation>Items STAC</translation>
    </message>
    <message>
        <source>Files or addresses of items, one a line. Leave it empty to search for them.</source>
        <translation>Fichiers ou adresses d'items, un par ligne. Laissez vide pour les chercher.</translation>
    </message>
    <message>
        <source>Search: address of the STAC API</source>
        <translation>Recherche : adresse de l'API STAC</translation>
    </message>
    <message>
        <source>Other public ones are in the help.</source>
        <translation>D'autres, publiques, sont dans l'aide.</translation>
    </message>
    <message>
        <source>Search: collection</source>
        <translation>Recherche : collection</translation>
    </message>
    <message>
        <source>Its identifier in the API.</source>
        <translation>Son identifiant dans l'API.</translation>
    </message>
    <message>
        <source>Search: first day</source>
        <translation>Recherche : premier jour</translation>
    </message>
    <message>
        <source>Search: last day</source>
        <translation>Recherche : dernier jour</translation>
    </message>
    <message>
        <source>Search: largest cloud cover of the tile (percent)</source>
        <translation>Recherche : couverture nuageuse maximale de la tuile (pour cent)</translation>
    </message>
    <message>
        <source>As the provider states it for the whole tile; the area may be clearer.</source>
        <translation>Telle que le fournisseur l'indique pour toute la tuile ; la zone peut être plus claire.</translation>
    </message>
    <message>
        <source>Searching {api}</source>
        <translation>Recherche sur {api}</translation>
    </message>
    <message>
        <source>Scenes found: {count}</source>
        <translation>Scènes trouvées : {count}</translation>
    </message>
    <message>
        <source>{items} is empty. Enter items, or choose an area of interest to search.</source>
        <translation>{items} est vide. Indiquez des items ou choisissez une zone d'intérêt à rechercher.</translation>
    </message>
    <message>
        <source>A day of acquisition; if empty, there is no limit.</source>
        <translation>Un jour d'acquisition ; sans valeur, il n'y a pas de limite.</translation>
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
    <name>MaskTool</name>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>A mask of this plugin, or a raster with the same values.</source>
        <translation>Un masque de cette extension, ou un raster avec les mêmes valeurs.</translation>
    </message>
</context>
<context>
    <name>MaskUses</name>
    <message>
        <source>Select a scene that has a mask.</source>
        <translation>Sélectionnez une scène qui a un masque.</translation>
    </message>
    <message>
        <source>{path} was removed. Mask the product again.</source>
        <translation>{path} a été supprimé. Masquez de nouveau le produit.</translation>
    </message>
    <message>
        <source>Enable the plugin Processing first.</source>
        <translation>Activez d'abord l'extension Processing.</translation>
    </message>
    <message>
        <source>No natural-colour layer is beside the masks of {dates}. Mask these again with that option.</source>
        <translation>Aucune couche en couleurs naturelles n'est à côté des masques du {dates}. Masquez-les de nouveau avec cette option.</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>Models with a mask: {count}.</source>
        <translation>Modèles avec un masque : {count}.</translation>
    </message>
    <message>
        <source>{count} models agree on {percent:.0f} % of the pixels.</source>
        <translation>{count} modèles s'accordent sur {percent:.0f} % des pixels.</translation>
    </message>
    <message>
        <source>Comparison of models</source>
        <translation>Comparaison de modèles</translation>
    </message>
    <message>
        <source>Open report</source>
        <translation>Ouvrir le rapport</translation>
    </message>
</context>
<context>
    <name>ModelDetails</name>
    <message>
        <source>It can be used. Only averaging all its networks also needs {files}.</source>
        <translation>Il est utilisable. Seule la moyenne de tous ses réseaux demande aussi {files}.</translation>
    </message>
    <message>
        <source>A part is there. It also needs {files}.</source>
        <translation>Une partie est là. Il faut aussi {files}.</translation>
    </message>
    <message>
        <source>Open the authors' page, download {files} there, then choose Import… and select them.</source>
        <translation>Ouvrir la page des auteurs, y télécharger {files}, puis les sélectionner sous « Importer… ».</translation>
    </message>
    <message>
        <source>Download installs it with the package {package}.</source>
        <translation>« Télécharger » l'installe avec le paquet {package}.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrée</translation>
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
        <source>Authors&apos; page</source>
        <translation>Page des auteurs</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>imported by you</source>
        <translation>importé</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
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
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>sans donnée</translation>
    </message>
    <message>
        <source>SHA-256 {hash}, published by the authors and pinned here</source>
        <translation>SHA-256 {hash}, publiée par les auteurs et fixée ici</translation>
    </message>
    <message>
        <source>The stored file is another one: {hash}</source>
        <translation>Le fichier enregistré est un autre : {hash}</translation>
    </message>
    <message>
        <source>The authors publish no hash; recorded on {date}: {hash}</source>
        <translation>Les auteurs ne publient pas d'empreinte ; enregistrée le {date} : {hash}</translation>
    </message>
    <message>
        <source>The authors publish no hash; that of your file will be recorded</source>
        <translation>Les auteurs ne publient pas d'empreinte ; celle du fichier sera enregistrée</translation>
    </message>
    <message>
        <source>part of the plugin</source>
        <translation>partie de l'extension</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
</context>
<context>
    <name>ModelDownload</name>
    <message>
        <source>Building the network…</source>
        <translation>Construction du réseau…</translation>
    </message>
    <message>
        <source>{done} of {size} MB</source>
        <translation>{done} Mo sur {size}</translation>
    </message>
    <message>
        <source>{done} MB</source>
        <translation>{done} Mo</translation>
    </message>
    <message>
        <source>File {number} of {count}: {text}</source>
        <translation>Fichier {number} sur {count} : {text}</translation>
    </message>
    <message>
        <source>{title} was not downloaded. {reason}</source>
        <translation>{title} n'a pas été téléchargé. {reason}</translation>
    </message>
    <message>
        <source>Licence of {title}</source>
        <translation>Licence de {title}</translation>
    </message>
    <message>
        <source>The authors of {title} allow no commercial use ({licence}). Accept this?</source>
        <translation>Les auteurs de {title} n'autorisent pas d'usage commercial ({licence}). L'accepter ?</translation>
    </message>
    <message>
        <source>The terms are on the authors&apos; page: {page}
Cite as: {citation}</source>
        <translation>Les conditions sont sur la page des auteurs : {page}
À citer comme : {citation}</translation>
    </message>
    <message>
        <source>Accept and download</source>
        <translation>Accepter et télécharger</translation>
    </message>
</context>
<context>
    <name>ModelEntry</name>
    <message>
        <source>{stored} of {count} files</source>
        <translation>{stored} fichiers sur {count}</translation>
    </message>
    <message>
        <source>You imported this model: import it again to replace it</source>
        <translation>Ce modèle a été importé : l'importer à nouveau pour le remplacer</translation>
    </message>
    <message>
        <source>This model is ready</source>
        <translation>Ce modèle est prêt</translation>
    </message>
    <message>
        <source>No direct download: get the files from the authors&apos; page, then import them</source>
        <translation>Pas de téléchargement direct : prendre les fichiers sur la page des auteurs, puis les importer</translation>
    </message>
    <message>
        <source>You imported this model: remove it to download the published one</source>
        <translation>Ce modèle a été importé : le supprimer pour télécharger celui qui est publié</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>&amp;Id</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titre</translation>
    </message>
    <message>
        <source>&amp;Bands</source>
        <translation>&amp;Bandes</translation>
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
        <source>&amp;Licence</source>
        <translation>&amp;Licence</translation>
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
        <source>Per band, in reflectance, e.g. 0.12 0.1; empty: 0</source>
        <translation>Par bande, en réflectance, p. ex. 0.12 0.1 ; vide : 0</translation>
    </message>
    <message>
        <source>patch size</source>
        <translation>taille des imagettes</translation>
    </message>
    <message>
        <source>The network states neither its number of bands nor its number of classes.</source>
        <translation>Le réseau n'indique ni son nombre de bandes ni son nombre de classes.</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>Number of bands: {bands}. Number of classes: {classes}.</source>
        <translation>Nombre de bandes : {bands}. Nombre de classes : {classes}.</translation>
    </message>
    <message>
        <source>Lower-case letters, digits, &apos;.&apos;, &apos;-&apos; and &apos;_&apos;</source>
        <translation>Lettres minuscules, chiffres, '.', '-' et '_'</translation>
    </message>
    <message>
        <source>Name in lists of models</source>
        <translation>Nom dans les listes de modèles</translation>
    </message>
    <message>
        <source>In channel order, e.g. B02 B03 B04</source>
        <translation>Dans l'ordre des canaux, p. ex. B02 B03 B04</translation>
    </message>
    <message>
        <source>Terms of use, e.g. CC-BY-4.0</source>
        <translation>Conditions d'utilisation, p. ex. CC-BY-4.0</translation>
    </message>
    <message>
        <source>Reference to cite</source>
        <translation>Référence à citer</translation>
    </message>
    <message>
        <source>patch size multiple</source>
        <translation>taille des imagettes, multiple de</translation>
    </message>
    <message>
        <source>patch overlap</source>
        <translation>recouvrement des imagettes</translation>
    </message>
    <message>
        <source>Describe the network {network}</source>
        <translation>Décrire le réseau {network}</translation>
    </message>
    <message>
        <source>&amp;Output</source>
        <translation>&amp;Sortie</translation>
    </message>
    <message>
        <source>Cit&amp;ation</source>
        <translation>Cit&amp;ation</translation>
    </message>
    <message>
        <source>Not used: the bands are normalised by each patch</source>
        <translation>Non utilisé : les bandes sont normalisées par imagette</translation>
    </message>
</context>
<context>
    <name>ModelManager</name>
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
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
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
        <source>&amp;Import…</source>
        <translation>&amp;Importer…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <source>&amp;Copy citation</source>
        <translation>&amp;Copier la citation</translation>
    </message>
    <message>
        <source>Its card cannot be read</source>
        <translation>Sa fiche est illisible</translation>
    </message>
    <message>
        <source>{title} was imported with the id {model}.</source>
        <translation>{title} a été importé sous l'identifiant {model}.</translation>
    </message>
    <message>
        <source>An imported model {model} exists. Replace it?</source>
        <translation>Un modèle importé {model} existe déjà. Le remplacer ?</translation>
    </message>
    <message>
        <source>Remove the imported model {title}? Its masks stay.</source>
        <translation>Supprimer le modèle importé {title} ? Ses masques restent.</translation>
    </message>
    <message>
        <source>Remove the networks of {title}? They can be downloaded again.</source>
        <translation>Supprimer les réseaux de {title} ? Ils peuvent être téléchargés de nouveau.</translation>
    </message>
    <message>
        <source>Select a model first</source>
        <translation>Sélectionner d'abord un modèle</translation>
    </message>
    <message>
        <source>Copy the citation and licence of the selected model</source>
        <translation>Copier la citation et la licence du modèle sélectionné</translation>
    </message>
    <message>
        <source>Models; select one to see its details</source>
        <translation>Modèles ; en sélectionner un pour voir ses détails</translation>
    </message>
    <message>
        <source>Copies the citation and licence of the selected model.</source>
        <translation>Copie la citation et la licence du modèle sélectionné.</translation>
    </message>
    <message>
        <source>{title} was removed. {size} are free again.</source>
        <translation>{title} a été supprimé. {size} sont à nouveau libres.</translation>
    </message>
    <message>
        <source>From packages (Automatic uses {package})</source>
        <translation>De paquets (Automatique utilise {package})</translation>
    </message>
    <message>
        <source>Published by their authors</source>
        <translation>Publiés par leurs auteurs</translation>
    </message>
    <message>
        <source>Imported by you</source>
        <translation>Importés</translation>
    </message>
    <message>
        <source>Mirror and folder are chosen under Download from. Or download the files from the authors&apos; page and import them.</source>
        <translation>Le miroir et le dossier se choisissent sous « Télécharger depuis ». Ou télécharger les fichiers depuis la page des auteurs et les importer.</translation>
    </message>
    <message>
        <source>{title} was downloaded and is ready.</source>
        <translation>{title} est téléchargé et prêt.</translation>
    </message>
    <message>
        <source>{title} is being downloaded</source>
        <translation>{title} est en cours de téléchargement</translation>
    </message>
    <message>
        <source>Import models</source>
        <translation>Importer des modèles</translation>
    </message>
    <message>
        <source>{title} was imported and is ready.</source>
        <translation>{title} est importé et prêt.</translation>
    </message>
    <message>
        <source>{title} was imported in part. Import {files} too.</source>
        <translation>{title} est importé en partie. Importer aussi {files}.</translation>
    </message>
    <message>
        <source>Download the selected model</source>
        <translation>Télécharger le modèle sélectionné</translation>
    </message>
    <message>
        <source>Open the page of its authors in the browser</source>
        <translation>Ouvrir la page de ses auteurs dans le navigateur</translation>
    </message>
    <message>
        <source>It has no page</source>
        <translation>Il n'a pas de page</translation>
    </message>
    <message>
        <source>Import cards (.json), networks (.onnx) or published weights</source>
        <translation>Importer des fiches (.json), des réseaux (.onnx) ou des poids publiés</translation>
    </message>
    <message>
        <source>Remove the selected model, or its networks, to free space</source>
        <translation>Supprimer le modèle sélectionné, ou ses réseaux, pour libérer de l'espace</translation>
    </message>
    <message>
        <source>It is being downloaded</source>
        <translation>Il est en cours de téléchargement</translation>
    </message>
    <message>
        <source>Its networks are not on this computer</source>
        <translation>Ses réseaux ne sont pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Cl&amp;ose and keep downloading</source>
        <translation>F&amp;ermer et continuer</translation>
    </message>
    <message>
        <source>Cl&amp;ose</source>
        <translation>F&amp;ermer</translation>
    </message>
    <message>
        <source>Down&amp;load…</source>
        <translation>&amp;Télécharger…</translation>
    </message>
    <message>
        <source>Down&amp;load ({size})</source>
        <translation>&amp;Télécharger ({size})</translation>
    </message>
    <message>
        <source>Down&amp;load</source>
        <translation>&amp;Télécharger</translation>
    </message>
    <message>
        <source>All models: those of packages, those that their authors publish, and those that you have imported. Select one to see its accuracy, licence and weights.</source>
        <translation>Tous les modèles : ceux des paquets, ceux que leurs auteurs publient et ceux qui ont été importés. En sélectionner un pour voir sa précision, sa licence et ses poids.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Sur disque</translation>
    </message>
    <message>
        <source>Accuracy, classes, bands, licence, citation and weights of the selected model.</source>
        <translation>Précision, classes, bandes, licence, citation et poids du modèle sélectionné.</translation>
    </message>
    <message>
        <source>Stop the download; the next one continues where it stopped</source>
        <translation>Arrêter le téléchargement ; le suivant reprend là</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;nnuler</translation>
    </message>
    <message>
        <source>Downloads the weights of the selected model from its authors, checks them and builds the networks. No further packages are needed. Models of packages are installed by the window of the packages.</source>
        <translation>Télécharge les poids du modèle sélectionné depuis ses auteurs, les vérifie et construit les réseaux. Aucun autre paquet n'est nécessaire. Les modèles de paquets sont installés par la fenêtre des paquets.</translation>
    </message>
    <message>
        <source>Opens the page of the authors of the selected model in the browser.</source>
        <translation>Ouvre dans le navigateur la page des auteurs du modèle sélectionné.</translation>
    </message>
    <message>
        <source>Authors&apos; &amp;page</source>
        <translation>&amp;Page des auteurs</translation>
    </message>
    <message>
        <source>Imports a model card with its networks, a single network (.onnx), whose card you then fill in, or files of weights as the authors publish them. A model is tested before it is stored.</source>
        <translation>Importe une fiche de modèle avec ses réseaux, un seul réseau (.onnx), dont la fiche est alors à remplir, ou des fichiers de poids tels que les auteurs les publient. Un modèle est essayé avant d'être enregistré.</translation>
    </message>
    <message>
        <source>Removes an imported model, or the networks of another one, which can be downloaded again.</source>
        <translation>Supprime un modèle importé, ou les réseaux d'un autre, qui peuvent être téléchargés à nouveau.</translation>
    </message>
    <message>
        <source>{title} was imported and is ready. Only averaging all its networks also needs {files}.</source>
        <translation>{title} a été importé et est prêt. Seule la moyenne de tous ses réseaux demande aussi {files}.</translation>
    </message>
    <message>
        <source>A model {model} exists. Choose another id.</source>
        <translation>Un modèle {model} existe déjà. Choisir un autre identifiant.</translation>
    </message>
    <message>
        <source>The published model {model} is in use. Use the imported one in its place?</source>
        <translation>Le modèle publié {model} est utilisé. Utiliser à sa place le modèle importé ?</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Résolution</translation>
    </message>
    <message>
        <source>Stops the download. What has arrived is kept, and the next download continues there.</source>
        <translation>Arrête le téléchargement. Ce qui est arrivé est conservé, et le prochain téléchargement reprend là.</translation>
    </message>
    <message>
        <source>Closes this window. A download in progress continues, and QGIS&apos;s message bar says how it has ended.</source>
        <translation>Ferme cette fenêtre. Un téléchargement en cours continue, et la barre de messages de QGIS en annonce la fin.</translation>
    </message>
    <message>
        <source>Details of the model</source>
        <translation>Détails du modèle</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Progression du téléchargement</translation>
    </message>
    <message>
        <source>Work in progress</source>
        <translation>Opération en cours</translation>
    </message>
    <message>
        <source>Part of the plugin</source>
        <translation>Partie de l'extension</translation>
    </message>
    <message>
        <source>It is a part of the plugin</source>
        <translation>Il fait partie de l'extension</translation>
    </message>
</context>
<context>
    <name>ModelTexts</name>
    <message>
        <source>ready</source>
        <translation>prêt</translation>
    </message>
    <message>
        <source>not downloaded</source>
        <translation>non téléchargé</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>endommagé</translation>
    </message>
    <message>
        <source>cloud, thin cloud, shadow</source>
        <translation>nuage, nuage fin, ombre</translation>
    </message>
    <message>
        <source>cloud, thin cloud</source>
        <translation>nuage, nuage fin</translation>
    </message>
    <message>
        <source>cloud, shadow</source>
        <translation>nuage, ombre</translation>
    </message>
    <message>
        <source>cloud</source>
        <translation>nuage</translation>
    </message>
    <message>
        <source>{licence}, not for commercial use</source>
        <translation>{licence}, pas d'usage commercial</translation>
    </message>
    <message>
        <source>Finds {classes}. {levels}, {pixels}. {licence}</source>
        <translation>Trouve {classes}. {levels}, {pixels}. {licence}</translation>
    </message>
    <message>
        <source>Automatic ({package})</source>
        <translation>Automatique ({package})</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mo</translation>
    </message>
    <message>
        <source>Model cards, networks and weights ({patterns})</source>
        <translation>Fiches de modèles, réseaux et poids ({patterns})</translation>
    </message>
    <message>
        <source>Automatic, fast ({package})</source>
        <translation>Automatique, rapide ({package})</translation>
    </message>
    <message>
        <source>from 20 m the mean of its networks of 6 and of 4 bands; below, 4 bands</source>
        <translation>à partir de 20 m, la moyenne de ses réseaux à 6 et à 4 bandes ; en dessous, 4 bandes</translation>
    </message>
    <message>
        <source>from 20 m 6 bands alone, faster and less accurate; below, 4 bands</source>
        <translation>à partir de 20 m, 6 bandes seules, plus rapide et moins exact ; en dessous, 4 bandes</translation>
    </message>
    <message>
        <source>Always {package}: {networks}. Finds {classes}. {licence}</source>
        <translation>Toujours {package} : {networks}. Trouve {classes}. {licence}</translation>
    </message>
    <message>
        <source>{title}, rules without a network</source>
        <translation>{title}, des règles sans réseau</translation>
    </message>
</context>
<context>
    <name>NetworksBox</name>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Always installed, because the automatic choice uses them</source>
        <translation>Toujours installés, car le choix automatique les utilise</translation>
    </message>
    <message>
        <source>Downloaded from its authors; needs no further packages</source>
        <translation>Téléchargé depuis ses auteurs ; aucun autre paquet n'est nécessaire</translation>
    </message>
    <message>
        <source>&amp;Others…</source>
        <translation>A&amp;utres…</translation>
    </message>
    <message>
        <source>Open the window of all models</source>
        <translation>Ouvrir la fenêtre de tous les modèles</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <source>Cloud and shadow for L1C and L2A, fast; no thin cloud. Licences: {licences}.</source>
        <translation>Nuages et ombres pour L1C et L2A, rapides ; pas de nuages fins. Licences : {licences}.</translation>
    </message>
    <message>
        <source>Licence: {licence}.</source>
        <translation>Licence : {licence}.</translation>
    </message>
    <message>
        <source>Opens the window of all models, which downloads and imports them.</source>
        <translation>Ouvre la fenêtre de tous les modèles, qui les télécharge et les importe.</translation>
    </message>
    <message>
        <source>The installation is being checked</source>
        <translation>L'installation est en cours de vérification</translation>
    </message>
    <message>
        <source>This model is installed</source>
        <translation>Ce modèle est installé</translation>
    </message>
    <message>
        <source>Components are being installed</source>
        <translation>Des composants sont en cours d'installation</translation>
    </message>
    <message>
        <source>Default networks (required): {packages}</source>
        <translation>Réseaux par défaut (requis) : {packages}</translation>
    </message>
    <message>
        <source>{model}: {classes}</source>
        <translation>{model} : {classes}</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Written: {file} in {folder}</source>
        <translation>Écrit : {file} dans {folder}</translation>
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
        <translation>Afficher l'i&amp;nstallation…</translation>
    </message>
    <message>
        <source>Install missin&amp;g components…</source>
        <translation>&amp;Installer ce qui manque…</translation>
    </message>
</context>
<context>
    <name>OfferModel</name>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Use {title} from now on?</source>
        <translation>Utiliser {title} désormais ?</translation>
    </message>
    <message>
        <source>The window of the masks remembers this. You can change it there under Model.</source>
        <translation>La fenêtre des masques s'en souvient ; cela peut y être changé sous « Modèle ».</translation>
    </message>
    <message>
        <source>{title} is incomplete. Download what is missing now ({facts})?</source>
        <translation>{title} est incomplet. Télécharger maintenant ce qui manque ({facts}) ?</translation>
    </message>
    <message>
        <source>{title} is incomplete. Open the window of the models to complete it?</source>
        <translation>{title} est incomplet. Ouvrir la fenêtre des modèles pour le compléter ?</translation>
    </message>
    <message>
        <source>{title} is not on this computer. Download it now ({facts})?</source>
        <translation>{title} n'est pas sur cet ordinateur. Le télécharger maintenant ({facts}) ?</translation>
    </message>
    <message>
        <source>{title} is not on this computer. Open the window of the models to download it?</source>
        <translation>{title} n'est pas sur cet ordinateur. Ouvrir la fenêtre des modèles pour le télécharger ?</translation>
    </message>
</context>
<context>
    <name>OpenFolder</name>
    <message>
        <source>{folder} cannot be opened.</source>
        <translation>{folder} ne peut pas être ouvert.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
</context>
<context>
    <name>OptionTexts</name>
    <message>
        <source>The fastest that ONNX Runtime offers on this computer.</source>
        <translation>Le plus rapide qu'ONNX Runtime propose sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <source>Offset grid, optimised</source>
        <translation>Grille décalée, optimisée</translation>
    </message>
    <message>
        <source>No pixel lies at the corner of all its patches.</source>
        <translation>Aucun pixel n'est au coin de toutes ses imagettes.</translation>
    </message>
    <message>
        <source>Plain grid</source>
        <translation>Grille simple</translation>
    </message>
    <message>
        <source>As CloudS2Mask places them</source>
        <translation>Comme CloudS2Mask les place</translation>
    </message>
    <message>
        <source>For masks that equal those of the CloudS2Mask library.</source>
        <translation>Pour des masques égaux à ceux de la bibliothèque CloudS2Mask.</translation>
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
        <translation>Aucun</translation>
    </message>
    <message>
        <source>L2A: surface reflectance</source>
        <translation>L2A : réflectance de surface</translation>
    </message>
    <message>
        <source>L1C: top-of-atmosphere reflectance</source>
        <translation>L1C : réflectance au sommet de l'atmosphère</translation>
    </message>
    <message>
        <source>Median of the clear observations</source>
        <translation>Médiane des observations dégagées</translation>
    </message>
    <message>
        <source>Band by band; hides clouds that a mask has missed best.</source>
        <translation>Bande par bande ; cache le mieux les nuages qu'un masque a manqués.</translation>
    </message>
    <message>
        <source>Newest clear observation</source>
        <translation>Observation dégagée la plus récente</translation>
    </message>
    <message>
        <source>Whole pixels of the latest scene that is clear there.</source>
        <translation>Pixels entiers de la scène la plus récente qui y est dégagée.</translation>
    </message>
    <message>
        <source>Clearest scene</source>
        <translation>Scène la plus dégagée</translation>
    </message>
    <message>
        <source>Whole pixels of the scene with the largest clear share that is clear there.</source>
        <translation>Pixels entiers de la scène de plus grande part dégagée qui y est dégagée.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Toutes les classes</translation>
    </message>
    <message>
        <source>Thick and thin cloud as one</source>
        <translation>Nuages épais et fins réunis</translation>
    </message>
    <message>
        <source>For references without thin cloud.</source>
        <translation>Pour les références sans nuages fins.</translation>
    </message>
    <message>
        <source>Clear or not</source>
        <translation>Dégagé ou non</translation>
    </message>
    <message>
        <source>Cloud and cloud shadow are one class.</source>
        <translation>Nuages et ombres forment une classe.</translation>
    </message>
    <message>
        <source>Automatic (by the file name)</source>
        <translation>Automatique (selon le nom du fichier)</translation>
    </message>
    <message>
        <source>A scene classification if the file name contains _SCL, otherwise a cloud mask.</source>
        <translation>Une classification de scène si le nom du fichier contient _SCL, sinon un masque de nuages.</translation>
    </message>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Scene classification (SCL)</source>
        <translation>Classification de scène (SCL)</translation>
    </message>
    <message>
        <source>The classes 0 to 11 of Sen2Cor in L2A products.</source>
        <translation>Les classes 0 à 11 de Sen2Cor dans les produits L2A.</translation>
    </message>
    <message>
        <source>By mean and deviation</source>
        <translation>Par la moyenne et l'écart type</translation>
    </message>
    <message>
        <source>By those of each patch</source>
        <translation>Par ceux de chaque imagette</translation>
    </message>
    <message>
        <source>Logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>Softmax converts them to probabilities.</source>
        <translation>Softmax les convertit en probabilités.</translation>
    </message>
    <message>
        <source>Probabilities</source>
        <translation>Probabilités</translation>
    </message>
    <message>
        <source>Any cloud, in masks of models without thin cloud.</source>
        <translation>Tout nuage, dans les masques de modèles sans nuage fin.</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Folder for the masks</source>
        <translation>Dossier des masques</translation>
    </message>
    <message>
        <source>Choose an output folder.</source>
        <translation>Choisir un dossier de sortie.</translation>
    </message>
    <message>
        <source>The output folder does not exist.</source>
        <translation>Le dossier de sortie n'existe pas.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatique</translation>
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
        <source>Masks, their styles and the natural-colour layers are written here</source>
        <translation>Les masques, leurs styles et les couches en couleurs naturelles sont écrits ici</translation>
    </message>
    <message>
        <source>De&amp;vice</source>
        <translation>Périp&amp;hérique</translation>
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
        <source>Compression of the mask file; lossless</source>
        <translation>Compression du fichier de masque ; sans perte</translation>
    </message>
    <message>
        <source>Patch &amp;size</source>
        <translation>Tai&amp;lle des imagettes</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Least overlap of neighbouring patches, over which they are blended</source>
        <translation>Recouvrement minimal des imagettes voisines, sur lequel elles sont fondues</translation>
    </message>
    <message>
        <source>Patch p&amp;lacement</source>
        <translation>Placement des ima&amp;gettes</translation>
    </message>
    <message>
        <source>Replace e&amp;xisting masks</source>
        <translation>Remplacer les mas&amp;ques existants</translation>
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
        <source>Area of &amp;interest</source>
        <translation>&amp;Zone d'intérêt</translation>
    </message>
    <message>
        <source> % clear</source>
        <translation> % dégagé</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>The model runs at {metres:g} m</source>
        <translation>Le modèle travaille à {metres:g} m</translation>
    </message>
    <message>
        <source>The output folder must be a full path.</source>
        <translation>Le dossier de sortie doit être un chemin complet.</translation>
    </message>
    <message>
        <source>Pixels of 20 m: the networks are best at this resolution, and faster than at 10 m.</source>
        <translation>Pixels de 20 m : la résolution où les réseaux sont les meilleurs, et plus rapide que 10 m.</translation>
    </message>
    <message>
        <source>Fast; the models are best at this resolution</source>
        <translation>Rapide, et la résolution où les modèles sont les meilleurs</translation>
    </message>
    <message>
        <source>Any whole number of metres from 10 to 60. A model that you choose must support pixels as fine as these; if it supports only finer ones, it runs at those, and the result is resampled.</source>
        <translation>Tout nombre entier de mètres de 10 à 60. Un modèle choisi doit accepter des pixels aussi fins ; s'il n'en accepte que de plus fins, il travaille avec ceux-ci et le résultat est rééchantillonné.</translation>
    </message>
    <message>
        <source>The mask is resampled from this pixel size, which determines the time</source>
        <translation>Le masque est rééchantillonné à partir de cette taille de pixel, dont dépend le temps de calcul</translation>
    </message>
    <message>
        <source>Each product gets a mask here, named after the product, the model and the resolution. An existing mask made with the same options is reused.</source>
        <translation>Chaque produit reçoit ici un masque, nommé d'après le produit, le modèle et la résolution. Un masque existant, fait avec les mêmes options, est réutilisé.</translation>
    </message>
    <message>
        <source>The device that runs the network. Automatic uses the fastest that ONNX Runtime offers here. If a device fails, the processor continues, and a message says so.</source>
        <translation>Le périphérique qui exécute le réseau. Automatique utilise le plus rapide qu'ONNX Runtime propose ici. Si un périphérique échoue, le processeur continue, et un message l'indique.</translation>
    </message>
    <message>
        <source>The device that runs the network; automatic uses the fastest that works</source>
        <translation>Le périphérique qui exécute le réseau ; automatique utilise le plus rapide qui fonctionne</translation>
    </message>
    <message>
        <source>All scenes are masked, but those with a smaller clear share are not added to the map. The season window lists all of them, and can add them later.</source>
        <translation>Toutes les scènes sont masquées, mais celles dont la part dégagée est plus petite ne sont pas ajoutées à la carte. La fenêtre Saison les énumère toutes et permet de les ajouter plus tard.</translation>
    </message>
    <message>
        <source>Scenes with a smaller clear share are masked but not added to the map; the season window lists them all</source>
        <translation>Les scènes dont la part dégagée est plus petite sont masquées, mais pas ajoutées à la carte ; la fenêtre Saison les énumère toutes</translation>
    </message>
    <message>
        <source>Expands cloud and shadow by this distance into clear pixels: their edges are thin, and a margin excludes partly covered pixels from later work.</source>
        <translation>Étend les nuages et les ombres de cette distance sur les pixels dégagés : leurs bords sont fins, et une marge exclut de la suite du travail les pixels en partie couverts.</translation>
    </message>
    <message>
        <source>Expand cloud and shadow by this distance into clear pixels</source>
        <translation>Étendre les nuages et les ombres de cette distance sur les pixels dégagés</translation>
    </message>
    <message>
        <source>Compression of the mask file. All methods are lossless; every program reads Deflate.</source>
        <translation>Compression du fichier de masque. Toutes les méthodes sont sans perte ; Deflate est lu par tous les programmes.</translation>
    </message>
    <message>
        <source>Width and height of the squares that the network processes; larger ones need more memory</source>
        <translation>Largeur et hauteur des carrés que traite le réseau ; de plus grands demandent plus de mémoire</translation>
    </message>
    <message>
        <source>Neighbouring squares overlap by at least this much, and are blended there to avoid seams.</source>
        <translation>Les carrés voisins se recouvrent d'au moins cette largeur et y sont fondus, pour éviter les coutures.</translation>
    </message>
    <message>
        <source>Placement of the patches over the scene</source>
        <translation>Disposition des imagettes sur la scène</translation>
    </message>
    <message>
        <source>Replaces masks in the output folder that were made with other options. Otherwise they are kept and reported.</source>
        <translation>Remplace les masques du dossier de sortie faits avec d'autres options. Sinon, ils sont conservés et signalés.</translation>
    </message>
    <message>
        <source>Otherwise an existing mask made with other options is kept and reported</source>
        <translation>Sinon, un masque existant fait avec d'autres options est conservé et signalé</translation>
    </message>
    <message>
        <source>A small file beside the mask shows the bands of the product in natural colour. It contains no pixels itself, so keep the product in its place.</source>
        <translation>Un petit fichier à côté du masque montre les bandes du produit en couleurs naturelles. Il ne contient lui-même aucun pixel : le produit doit rester à sa place.</translation>
    </message>
    <message>
        <source>Style files set the colours and the legend of a mask that is opened in QGIS later. Layers added by this run are styled without them.</source>
        <translation>Les fichiers de style donnent ses couleurs et sa légende à un masque ouvert plus tard dans QGIS. Les couches ajoutées par cette exécution ont leur style même sans eux.</translation>
    </message>
    <message>
        <source>Write a QML file beside each raster, which sets its style when it is opened in QGIS</source>
        <translation>Écrire à côté de chaque raster un fichier QML, qui définit son style à l'ouverture dans QGIS</translation>
    </message>
    <message>
        <source>The offset grid shifts every second row, so that no pixel is at the corner of all its squares. The last choice reproduces the CloudS2Mask library (Wright et al. 2024), for comparison.</source>
        <translation>La grille décalée déplace une ligne sur deux, pour qu'aucun pixel ne soit au coin de tous ses carrés. Le dernier choix reproduit la bibliothèque CloudS2Mask (Wright et al. 2024), pour comparer les résultats.</translation>
    </message>
    <message>
        <source>Damaged bands may be read without an error. With this option, the bands and metadata that are read are first compared with the checksums in manifest.safe. It reads them once more: 1 to 4 seconds per product, longer from slow disks. A product without these checksums is not masked. Existing masks are reused without it.</source>
        <translation>Des bandes endommagées peuvent être lues sans erreur. Avec cette option, les bandes lues et les métadonnées sont d'abord comparées avec les sommes de contrôle de manifest.safe. Elles sont alors lues une fois de plus : 1 à 4 secondes par produit, plus sur un disque lent. Un produit sans ces sommes de contrôle n'est pas masqué. Les masques existants sont réutilisés sans vérification.</translation>
    </message>
    <message>
        <source>Compare the product with its checksums first: 1 to 4 seconds per product, longer from slow disks</source>
        <translation>Comparer d'abord le produit avec ses sommes de contrôle : 1 à 4 secondes par produit, plus sur un disque lent</translation>
    </message>
    <message>
        <source>Verify chec&amp;ksums</source>
        <translation>V&amp;érifier l'intégrité</translation>
    </message>
    <message>
        <source>Opens the window of the models, with the accuracy, classes and licence of each. It downloads, imports and removes models.</source>
        <translation>Ouvre la fenêtre des modèles, avec la précision, les classes et la licence de chacun, pour les télécharger, les importer et les supprimer.</translation>
    </message>
    <message>
        <source>View, download, import and remove models</source>
        <translation>Voir, télécharger, importer et supprimer des modèles</translation>
    </message>
    <message>
        <source>&apos;cloud masks&apos; beside the products</source>
        <translation>« cloud masks » à côté des produits</translation>
    </message>
    <message>
        <source>{folder} cannot be written to. Choose another output folder.</source>
        <translation>Impossible d'écrire dans {folder}. Choisir un autre dossier de sortie.</translation>
    </message>
    <message>
        <source>All scenes are added to the map; tick the box to choose</source>
        <translation>Toutes les scènes sont ajoutées à la carte ; cocher la case pour choisir</translation>
    </message>
    <message>
        <source>Least clear share of the scenes that are added to the map</source>
        <translation>Plus petite part dégagée des scènes ajoutées à la carte</translation>
    </message>
    <message>
        <source>More accurac&amp;y and output options ({count} set)…</source>
        <translation>Aut&amp;res options de précision et de sortie ({count} réglées)…</translation>
    </message>
    <message>
        <source>More accurac&amp;y and output options…</source>
        <translation>Aut&amp;res options de précision et de sortie…</translation>
    </message>
    <message>
        <source>Resol&amp;ution</source>
        <translation>Résolu&amp;tion</translation>
    </message>
    <message>
        <source>Mo&amp;del</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <source>Add &amp;to map only scenes at least</source>
        <translation>N'ajouter à la &amp;carte que les scènes à</translation>
    </message>
    <message>
        <source>The smallest clear share, in percent of the scene&apos;s pixels with data, of scenes that are added to the map.</source>
        <translation>La plus petite part dégagée, en pour cent des pixels avec des données, des scènes ajoutées à la carte.</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>Compression</translation>
    </message>
    <message>
        <source>Patc&amp;h overlap</source>
        <translation>Recou&amp;vrement</translation>
    </message>
    <message>
        <source>Opens a window to combine models, to augment the test patches, to change the cloud probability threshold, and to write confidence rasters and valid masks.</source>
        <translation>Ouvre une fenêtre pour combiner des modèles, calculer des imagettes plusieurs fois (augmentation), changer le seuil de probabilité de nuage et écrire des rasters de confiance et des masques de validité.</translation>
    </message>
    <message>
        <source>Combined models, test-time augmentation, cloud probability threshold, confidence and valid masks</source>
        <translation>Modèles combinés, augmentation, seuil de probabilité de nuage, confiance et masques de validité</translation>
    </message>
    <message>
        <source>Style files (.&amp;qml)</source>
        <translation>&amp;Fichiers de style (.qml)</translation>
    </message>
    <message>
        <source>Choose &apos;Other&apos; first</source>
        <translation>Choisir d'abord « Autre »</translation>
    </message>
    <message>
        <source>Pixel size of the masks, in metres; used with &apos;Other&apos;.</source>
        <translation>Taille de pixel des masques, en mètres ; sert avec « Autre ».</translation>
    </message>
    <message>
        <source>The output folder is a file. Choose a folder.</source>
        <translation>Le dossier de sortie est un fichier. Choisir un dossier.</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>Taille des pixels</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Least clear share</source>
        <translation>Part claire minimale</translation>
    </message>
    <message>
        <source>Pixels of 10 m: the finest outlines, in two to three times the time of 20 m.</source>
        <translation>Pixels de 10 m : les contours les plus fins, en deux à trois fois plus de temps qu'à 20 m.</translation>
    </message>
    <message>
        <source>Finest outlines, in two to three times the time of 20 m</source>
        <translation>Contours les plus fins, en deux à trois fois plus de temps qu'à 20 m</translation>
    </message>
    <message>
        <source>The file of {model} is damaged. {remedy}</source>
        <translation>Le fichier de {model} est endommagé. {remedy}</translation>
    </message>
    <message>
        <source>{model} is not installed. {remedy}</source>
        <translation>{model} n'est pas installé. {remedy}</translation>
    </message>
    <message>
        <source>The model consists of rules, which run on the processor alone</source>
        <translation>Le modèle est fait de règles, qui ne s'exécutent que sur le processeur</translation>
    </message>
    <message>
        <source>The model has no patches</source>
        <translation>Le modèle n'a pas d'imagettes</translation>
    </message>
    <message>
        <source>The model that detects clouds. Automatic always uses the same networks, by the level of the product and the resolution, whatever else is installed: from 20 m the mean of two, which is more accurate. &apos;Automatic, fast&apos; runs one of them, in two thirds of the time. A model that is not on this computer is downloaded when you choose it; Fmask consists of rules and is always there.</source>
        <translation>Le modèle qui détecte les nuages. Automatique prend toujours les mêmes réseaux, selon le niveau du produit et la résolution, quoi qu'il soit installé par ailleurs : à partir de 20 m la moyenne de deux, plus précise. « Automatique, rapide » n'en utilise qu'un, en deux tiers du temps. Un modèle absent de cet ordinateur est téléchargé quand on le choisit ; Fmask est fait de règles et toujours présent.</translation>
    </message>
    <message>
        <source>The model that detects clouds; choose one that is not downloaded to download it</source>
        <translation>Le modèle qui détecte les nuages ; en choisir un qui manque le télécharge</translation>
    </message>
    <message>
        <source>No buffer</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>The network processes the scene in squares of this size; all pixels of a square contribute to each label in it. Automatic uses the size measured for the model, or rectangles of as many pixels that fit the scene better.</source>
        <translation>Le réseau traite la scène par carrés de cette taille ; tous les pixels d'un carré contribuent à la classe de chacun d'eux. Automatique utilise la taille mesurée pour le modèle, ou des rectangles d'autant de pixels mieux ajustés à la scène.</translation>
    </message>
</context>
<context>
    <name>ParameterValues</name>
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
        <source>{name} is {value}, but must be a date and time, such as 2024-07-16T10:20:31.</source>
        <translation>{name} vaut {value}, mais doit être une date et une heure, par exemple 2024-07-16T10:20:31.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must be an extent: xmin,xmax,ymin,ymax [EPSG:code] or a layer.</source>
        <translation>{name} vaut {value}, mais doit être une emprise : xmin,xmax,ymin,ymax [EPSG:code] ou une couche.</translation>
    </message>
    <message>
        <source>The expression of {name} failed: {expression} ({reason}). Correct it.</source>
        <translation>L'expression de {name} a échoué : {expression} ({reason}). La corriger.</translation>
    </message>
    <message>
        <source>{name} contains {value}, but may contain only: {options}.</source>
        <translation>{name} contient {value}, mais ne peut contenir que : {options}.</translation>
    </message>
    <message>
        <source>{name} is {value}, but must end in {suffix}, the only format.</source>
        <translation>{name} est {value}, mais doit se terminer par {suffix}, le seul format.</translation>
    </message>
    <message>
        <source>There is no parameter {name}. {nearest} may be meant.</source>
        <translation>Il n'y a pas de paramètre {name}. {nearest} est peut-être voulu.</translation>
    </message>
    <message>
        <source>There is no parameter {name}. Choose from: {names}.</source>
        <translation>Il n'y a pas de paramètre {name}. Choisir parmi : {names}.</translation>
    </message>
</context>
<context>
    <name>PlaceRow</name>
    <message>
        <source>the authors&apos; host</source>
        <translation>le serveur des auteurs</translation>
    </message>
    <message>
        <source>a mirror</source>
        <translation>un miroir</translation>
    </message>
    <message>
        <source>a folder on this computer</source>
        <translation>un dossier de cet ordinateur</translation>
    </message>
    <message>
        <source>Where the weights of published models are downloaded from</source>
        <translation>D'où les poids des modèles publiés sont téléchargés</translation>
    </message>
    <message>
        <source>Address that replaces scheme and host of the authors&apos; one, if that is blocked</source>
        <translation>Adresse qui remplace le schéma et le serveur des auteurs, s'il est bloqué</translation>
    </message>
    <message>
        <source>Folder with files of weights</source>
        <translation>Dossier des fichiers de poids</translation>
    </message>
    <message>
        <source>For computers without internet: a folder with the files, named as published</source>
        <translation>Pour les ordinateurs sans Internet : un dossier avec les fichiers, sous leurs noms publiés</translation>
    </message>
    <message>
        <source>Lo&amp;gin…</source>
        <translation>Conne&amp;xion…</translation>
    </message>
    <message>
        <source>Choose an authentication of QGIS, if the mirror requires a login</source>
        <translation>Choisir une authentification de QGIS, si le miroir demande une connexion</translation>
    </message>
    <message>
        <source>&amp;Download from</source>
        <translation>Télécharger &amp;depuis</translation>
    </message>
    <message>
        <source>Enter the address of the mirror, such as https://mirror.example.org</source>
        <translation>Saisir l'adresse du miroir, par exemple https://mirror.example.org</translation>
    </message>
    <message>
        <source>Choose the folder that holds the files of weights</source>
        <translation>Choisir le dossier qui contient les fichiers de poids</translation>
    </message>
    <message>
        <source>Login for the mirror</source>
        <translation>Connexion au miroir</translation>
    </message>
    <message>
        <source>A mirror or a folder is for computers that cannot reach the hosts of the authors.</source>
        <translation>Un miroir ou un dossier est destiné aux ordinateurs qui n'atteignent pas les serveurs des auteurs.</translation>
    </message>
    <message>
        <source>Address of the mirror</source>
        <translation>Adresse du miroir</translation>
    </message>
</context>
<context>
    <name>ProductChooser</name>
    <message>
        <source>STAC items…</source>
        <translation>Items STAC…</translation>
    </message>
    <message>
        <source>Addresses…</source>
        <translation>Adresses…</translation>
    </message>
    <message>
        <source>The map&apos;s view</source>
        <translation>La vue de la carte</translation>
    </message>
    <message>
        <source>The area of interest</source>
        <translation>La zone d'intérêt</translation>
    </message>
    <message>
        <source>Add .SAFE or .zarr folders</source>
        <translation>Ajouter des dossiers .SAFE ou .zarr</translation>
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
</context>
<context>
    <name>ProductDeeds</name>
    <message>
        <source>The product cannot be read.</source>
        <translation>Le produit ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Add its product to the list of the main window first.</source>
        <translation>Ajoutez d'abord son produit à la liste de la fenêtre principale.</translation>
    </message>
    <message>
        <source>Select a single product: models are compared on one.</source>
        <translation>Sélectionnez un seul produit : les modèles se comparent sur un seul.</translation>
    </message>
    <message>
        <source>Models are compared on products in folders.</source>
        <translation>Les modèles se comparent sur des produits dans des dossiers.</translation>
    </message>
    <message>
        <source>Install the missing components first.</source>
        <translation>Installez d'abord les composants manquants.</translation>
    </message>
    <message>
        <source>Enable the plugin Processing first.</source>
        <translation>Activez d'abord l'extension Processing.</translation>
    </message>
</context>
<context>
    <name>ProductMap</name>
    <message>
        <source>Further products here: {count}</source>
        <translation>Autres produits ici : {count}</translation>
    </message>
</context>
<context>
    <name>Products</name>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Produits Sentinel-2 ({patterns});;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>RasterLayers</name>
    <message>
        <source>{layer} is not a raster file: it is a web service or database ({provider}).</source>
        <translation>{layer} n'est pas un fichier raster, mais un service web ou une base de données ({provider}).</translation>
    </message>
    <message>
        <source>Export it as a GeoTIFF first (Export &gt; Save As, raw data).</source>
        <translation>L'exporter d'abord en GeoTIFF (Exporter &gt; Enregistrer sous, données brutes).</translation>
    </message>
    <message>
        <source>{layer} is not a file of its own. Export it as a GeoTIFF first (Export &gt; Save As).</source>
        <translation>{layer} n'est pas un fichier à part. L'exporter d'abord en GeoTIFF (Exporter &gt; Enregistrer sous).</translation>
    </message>
</context>
<context>
    <name>ReferenceParameters</name>
    <message>
        <source>Reference raster</source>
        <translation>Raster de référence</translation>
    </message>
    <message>
        <source>Another mask, labels, or a scene classification (SCL) of the same area.</source>
        <translation>Un autre masque, des annotations ou une classification de scène (SCL) de la même zone.</translation>
    </message>
    <message>
        <source>Sentinel-2 products ({patterns});;All files (*)</source>
        <translation>Produits Sentinel-2 ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Or L2A product (its scene classification)</source>
        <translation>Ou produit L2A (sa classification de scène)</translation>
    </message>
    <message>
        <source>A .SAFE or .zarr folder, the metadata file in it, or a .zip archive.</source>
        <translation>Un dossier .SAFE ou .zarr, le fichier de métadonnées dedans, ou une archive .zip.</translation>
    </message>
    <message>
        <source>Or polygons with a class</source>
        <translation>Ou polygones avec une classe</translation>
    </message>
    <message>
        <source>Your own labels, in any coordinate reference system. Only pixels inside them count.</source>
        <translation>Ses propres étiquettes, dans n'importe quel système de coordonnées de référence. Seuls les pixels à l'intérieur comptent.</translation>
    </message>
    <message>
        <source>Field with the class</source>
        <translation>Champ de la classe</translation>
    </message>
    <message>
        <source>Its values: clear, cloud, thick cloud, thin cloud, shadow, snow or water, or the numbers of a mask.</source>
        <translation>Ses valeurs : dégagé, nuage, nuage épais, nuage fin, ombre, neige ou eau, ou les nombres d'un masque.</translation>
    </message>
    <message>
        <source>Class values of the reference</source>
        <translation>Valeurs des classes de la référence</translation>
    </message>
    <message>
        <source>Custom class values of the reference (empty: as above)</source>
        <translation>Valeurs des classes personnalisées de la référence (vide : comme ci-dessus)</translation>
    </message>
    <message>
        <source>auto: scl if the file name contains _SCL, otherwise mask.</source>
        <translation>auto : scl si le nom du fichier contient _SCL, sinon mask.</translation>
    </message>
    <message>
        <source>For example 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.</source>
        <translation>Par exemple 0:nodata, 1:clear, 2:thick_cloud, 3:thin_cloud, 4:shadow, 5:snow, 6:water.</translation>
    </message>
    <message>
        <source>Choose one reference: {raster}, {product} or {polygons}.</source>
        <translation>Choisir une seule référence : {raster}, {product} ou {polygons}.</translation>
    </message>
    <message>
        <source>{parameter} is {field}, but must be a field of the polygons with their classes: {fields}.</source>
        <translation>{parameter} est {field}, mais doit être un champ des polygones avec leurs classes : {fields}.</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vide</translation>
    </message>
    <message>
        <source>{product} is an address, but a reference is read from a disk. Download the product first.</source>
        <translation>{product} est une adresse, mais une référence est lue sur un disque. Téléchargez d'abord le produit.</translation>
    </message>
</context>
<context>
    <name>RefineDialog</name>
    <message>
        <source>No other model</source>
        <translation>Aucun autre modèle</translation>
    </message>
    <message>
        <source>{value} (the model&apos;s)</source>
        <translation>{value} (du modèle)</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Clou&amp;d above</source>
        <translation>Nua&amp;ge au-dessus de</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
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
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source> ha</source>
        <translation> ha</translation>
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
        <source>The model has no further networks</source>
        <translation>Le modèle n'a pas d'autres réseaux</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Files beside each mask</source>
        <translation>Fichiers à côté de chaque masque</translation>
    </message>
    <message>
        <source>{window}: choose at least one class to exclude from the valid mask.</source>
        <translation>{window} : choisir au moins une classe à exclure du masque de validité.</translation>
    </message>
    <message>
        <source>Average the probabilities with those of a second model</source>
        <translation>Moyenner les probabilités avec celles d'un second modèle</translation>
    </message>
    <message>
        <source>Predict doubtful patches again, turned and mirrored, up to this many times</source>
        <translation>Calculer de nouveau les imagettes douteuses, tournées et retournées, au plus le nombre de fois indiqué</translation>
    </message>
    <message>
        <source>The model classifies each pixel on its own, so turned patches give the same result</source>
        <translation>Le modèle classe chaque pixel isolément, des imagettes tournées donnent donc le même résultat</translation>
    </message>
    <message>
        <source>The model does not have this class</source>
        <translation>Le modèle n'a pas cette classe</translation>
    </message>
    <message>
        <source>Grow clouds and shadows by this distance in the valid mask</source>
        <translation>Étendre les nuages et les ombres de cette distance dans le masque de validité</translation>
    </message>
    <message>
        <source>Ignore smaller clouds and shadows in the valid mask</source>
        <translation>Ignorer les nuages et les ombres plus petits dans le masque de validité</translation>
    </message>
    <message>
        <source>Pixels with a higher cloud probability are cloud</source>
        <translation>Un pixel dont la probabilité de nuage est plus élevée est un nuage</translation>
    </message>
    <message>
        <source>Radius of the disc over which the cloud probability is averaged first</source>
        <translation>Rayon du disque sur lequel la probabilité de nuage est d'abord moyennée</translation>
    </message>
    <message>
        <source>Radius of the disc by which cloud is dilated afterwards</source>
        <translation>Rayon du disque dont les nuages sont ensuite dilatés</translation>
    </message>
    <message>
        <source>Only for models with a threshold, such as s2cloudless; others choose the most likely class</source>
        <translation>Seulement pour les modèles à seuil, comme s2cloudless ; les autres choisissent la classe la plus probable</translation>
    </message>
    <message>
        <source>Test-time augmentation: patches with speckled labels are predicted again, turned and mirrored, up to this many times, and the probabilities are averaged. Other patches take no extra time.</source>
        <translation>Augmentation (« test-time augmentation ») : les imagettes aux classes mouchetées sont calculées de nouveau, tournées et retournées, au plus le nombre de fois indiqué, et les probabilités sont moyennées. Les autres imagettes ne prennent pas plus de temps.</translation>
    </message>
    <message>
        <source>For models that return only the probability of cloud: pixels above this threshold are cloud. A lower threshold detects more cloud, and more bright land by mistake.</source>
        <translation>Pour les modèles qui ne donnent que la probabilité de nuage : les pixels au-dessus de ce seuil sont des nuages. Un seuil plus bas détecte plus de nuages, mais en voit aussi davantage, à tort, sur les sols clairs.</translation>
    </message>
    <message>
        <source>The probability is first averaged over a disc of this radius, which removes single pixels.</source>
        <translation>La probabilité est d'abord moyennée sur un disque de ce rayon, ce qui supprime les pixels isolés.</translation>
    </message>
    <message>
        <source>Cloud is then dilated by a disc of this radius, because the edges of clouds are thin.</source>
        <translation>Les nuages sont ensuite dilatés par un disque de ce rayon, car leurs bords sont fins.</translation>
    </message>
    <message>
        <source>Write a raster with the probability of each class, in percent, beside each mask</source>
        <translation>Écrire à côté de chaque masque un raster avec la probabilité de chaque classe, en pour cent</translation>
    </message>
    <message>
        <source>Write a raster with 1 for usable pixels and 0 elsewhere beside each mask</source>
        <translation>Écrire à côté de chaque masque un raster à 1 pour les pixels exploitables et à 0 ailleurs</translation>
    </message>
    <message>
        <source>Expands clouds and shadows by this distance in the valid mask; the cloud mask does not change.</source>
        <translation>Étend les nuages et les ombres de cette distance dans le masque de validité ; le masque de nuages ne change pas.</translation>
    </message>
    <message>
        <source>Smaller clouds and shadows are treated as noise: their pixels are usable in the valid mask, and get no buffer.</source>
        <translation>Les nuages et les ombres plus petits sont traités comme du bruit : leurs pixels sont exploitables dans le masque de validité et n'ont pas de tampon.</translation>
    </message>
    <message>
        <source>All options have their defaults</source>
        <translation>Toutes les options ont leur valeur par défaut</translation>
    </message>
    <message>
        <source>Set all options of this window back to their defaults</source>
        <translation>Ramener toutes les options de cette fenêtre à leur valeur par défaut</translation>
    </message>
    <message>
        <source>Tick &apos;Write valid mask&apos; first</source>
        <translation>Cocher d'abord « Écrire le masque de validité »</translation>
    </message>
    <message>
        <source>Accuracy and output options</source>
        <translation>Options de précision et de sortie</translation>
    </message>
    <message>
        <source>Combine with &amp;model</source>
        <translation>Combiner avec le &amp;modèle</translation>
    </message>
    <message>
        <source>The probabilities of both models are averaged. Two models that make different errors are often better together. This takes the time of both.</source>
        <translation>La moyenne des probabilités des deux modèles est calculée. Deux modèles qui font des erreurs différentes sont souvent meilleurs ensemble. Cela prend le temps des deux.</translation>
    </message>
    <message>
        <source>Use all net&amp;works of the model (ensemble)</source>
        <translation>&amp;Utiliser tous les réseaux du modèle (ensemble)</translation>
    </message>
    <message>
        <source>Cloud probability threshold</source>
        <translation>Seuil de probabilité de nuage</translation>
    </message>
    <message>
        <source>average over </source>
        <translation>moyenne sur </translation>
    </message>
    <message>
        <source>dilate by </source>
        <translation>dilater de </translation>
    </message>
    <message>
        <source>A raster with the probability of each class, in percent. It shows where the model is uncertain.</source>
        <translation>Un raster avec la probabilité de chaque classe, en pour cent. Il montre où le modèle est incertain.</translation>
    </message>
    <message>
        <source>Write con&amp;fidence raster</source>
        <translation>Écrire le raster de con&amp;fiance</translation>
    </message>
    <message>
        <source>A raster with 1 for usable pixels and 0 elsewhere, as other tools read it. The options beside and below it define which pixels are not usable.</source>
        <translation>Un raster à 1 pour les pixels exploitables et à 0 ailleurs, que d'autres outils savent lire. Les options à côté et au-dessous définissent les pixels non exploitables.</translation>
    </message>
    <message>
        <source>Write &amp;valid mask; exclude:</source>
        <translation>Écrire le masque de &amp;validité ; exclure :</translation>
    </message>
    <message>
        <source>&amp;Buffer</source>
        <translation>Tampo&amp;n</translation>
    </message>
    <message>
        <source>&amp;Ignore objects smaller than</source>
        <translation>&amp;Ignorer les objets de moins de</translation>
    </message>
    <message>
        <source>Sets all options of this window back to their defaults: one model, no augmentation, no further files.</source>
        <translation>Ramène toutes les options de cette fenêtre à leur valeur par défaut : un modèle, pas d'augmentation, pas d'autres fichiers.</translation>
    </message>
    <message>
        <source>Closes this window; the options are kept.</source>
        <translation>Ferme cette fenêtre ; les options sont conservées.</translation>
    </message>
    <message>
        <source>Test-time au&amp;gmentation</source>
        <translation>&amp;Augmentation au moment du test</translation>
    </message>
    <message>
        <source>Radius of the average</source>
        <translation>Rayon de la moyenne</translation>
    </message>
    <message>
        <source>Radius of the dilation</source>
        <translation>Rayon de la dilatation</translation>
    </message>
    <message>
        <source>Choose a model in the main window first; the networks of the automatic one are fixed</source>
        <translation>Choisir d'abord un modèle dans la fenêtre principale ; les réseaux de l'automatique sont fixes</translation>
    </message>
    <message>
        <source>Run all networks of the model and average them</source>
        <translation>Exécuter tous les réseaux du modèle et en faire la moyenne</translation>
    </message>
    <message>
        <source>Pixels with a lower probability of shadow get the likeliest of the other classes</source>
        <translation>Un pixel dont la probabilité d'ombre est plus basse reçoit la plus probable des autres classes</translation>
    </message>
    <message>
        <source>The model does not find shadow</source>
        <translation>Le modèle ne trouve pas d'ombre</translation>
    </message>
    <message>
        <source>Some models consist of several networks with the same training. This runs and averages all of them.</source>
        <translation>Certains modèles se composent de plusieurs réseaux entraînés de la même façon. Cette option les exécute tous et en fait la moyenne.</translation>
    </message>
    <message>
        <source>&amp;Shadow only from a probability of</source>
        <translation>Om&amp;bre seulement à partir d'une probabilité de</translation>
    </message>
    <message>
        <source>Shadow is the class that models mistake most, for dark water and flooded fields. A pixel is shadow only from this probability, else it gets the likeliest of the other classes. A higher one finds less shadow, and less by mistake. At 0 %, each pixel gets its likeliest class.</source>
        <translation>L'ombre est la classe que les modèles confondent le plus, avec l'eau sombre et les champs inondés. Un pixel n'est une ombre qu'à partir de cette probabilité ; sinon, il reçoit la plus probable des autres classes. Une probabilité plus élevée trouve moins d'ombres, et moins par erreur. À 0 %, chaque pixel reçoit sa classe la plus probable.</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>The model consists of rules, without probabilities to average</source>
        <translation>Le modèle est fait de règles, sans probabilités dont prendre la moyenne</translation>
    </message>
    <message>
        <source>The model consists of rules, without patches to turn</source>
        <translation>Le modèle est fait de règles, sans imagettes à tourner</translation>
    </message>
    <message>
        <source>The model finds shadow by rules, without a probability</source>
        <translation>Le modèle trouve l'ombre par des règles, sans probabilité</translation>
    </message>
    <message>
        <source>Pixels are cloud if their probability is above that of clear land by more than this</source>
        <translation>Un pixel est nuage si sa probabilité dépasse de plus que cela celle de la terre dégagée</translation>
    </message>
    <message>
        <source>Radius of the disc by which shadow is dilated</source>
        <translation>Rayon du disque dont l'ombre est dilatée</translation>
    </message>
    <message>
        <source>Radius of the disc by which snow is dilated</source>
        <translation>Rayon du disque dont la neige est dilatée</translation>
    </message>
    <message>
        <source>Leave out clouds that do not move between the bands, as roofs and beaches</source>
        <translation>Écarter les nuages qui ne bougent pas entre les bandes, comme les toits et les plages</translation>
    </message>
    <message>
        <source>Slopes and shaded hillsides are then neither water nor cloud shadow</source>
        <translation>Les pentes et les versants sans soleil ne sont alors ni eau ni ombre de nuage</translation>
    </message>
    <message>
        <source>Pixels of this map are water, unless they are cloud, shadow or snow</source>
        <translation>Les pixels de cette carte sont de l'eau, sauf s'ils sont nuage, ombre ou neige</translation>
    </message>
    <message>
        <source>The rules of the model do not average</source>
        <translation>Les règles du modèle ne font pas de moyenne</translation>
    </message>
    <message>
        <source>Rules for shadow, snow, water and bright ground</source>
        <translation>Règles pour l'ombre, la neige, l'eau et le terrain clair</translation>
    </message>
    <message>
        <source>The bands see high objects from slightly different sides. Clouds that do not move between the bands, such as roofs and beaches, are then left out. Without this, low fog over towns is kept, and so is bright ground.</source>
        <translation>Les bandes voient les objets hauts de côtés un peu différents. Les nuages qui ne bougent pas entre les bandes, comme les toits et les plages, sont alors écartés. Sans cela, le brouillard bas sur les villes est gardé, mais aussi le terrain clair.</translation>
    </message>
    <message>
        <source>Clouds must move between the bands (&amp;parallax)</source>
        <translation>Les nuages doivent bouger entre les bandes (&amp;parallaxe)</translation>
    </message>
    <message>
        <source>Dilatio&amp;n</source>
        <translation>&amp;Dilatation</translation>
    </message>
    <message>
        <source>Radius of the dilation of shadow</source>
        <translation>Rayon de la dilatation de l'ombre</translation>
    </message>
    <message>
        <source>Shadow is dilated by a disc of this radius, because the edges of shadows are soft.</source>
        <translation>L'ombre est dilatée d'un disque de ce rayon, car les bords des ombres sont flous.</translation>
    </message>
    <message>
        <source>shadow by </source>
        <translation>ombre de </translation>
    </message>
    <message>
        <source>Radius of the dilation of snow</source>
        <translation>Rayon de la dilatation de la neige</translation>
    </message>
    <message>
        <source>Snow is dilated by a disc of this radius. Cloud and shadow take precedence over it.</source>
        <translation>La neige est dilatée d'un disque de ce rayon. Nuage et ombre ont la priorité sur elle.</translation>
    </message>
    <message>
        <source>snow by </source>
        <translation>neige de </translation>
    </message>
    <message>
        <source>&amp;Elevation</source>
        <translation>A&amp;ltitude</translation>
    </message>
    <message>
        <source>Wa&amp;ter map</source>
        <translation>Car&amp;te de l'eau</translation>
    </message>
    <message>
        <source>Optional: a layer or a raster file of elevation in metres, in any coordinate reference system, which covers the products. Slopes are then not taken for water, nor hillsides that the sun does not reach for cloud shadow.</source>
        <translation>Facultatif : une couche ou un fichier raster d'altitude en mètres, dans tout système de coordonnées, qui couvre les produits. Les pentes ne sont alors pas prises pour de l'eau, ni les versants sans soleil pour l'ombre d'un nuage.</translation>
    </message>
    <message>
        <source>Optional: a layer or a raster file that is 1 in water, or the occurrence of water in percent, of which half is enough. Water below thin cloud or with bright ground is then found too.</source>
        <translation>Facultatif : une couche ou un fichier raster qui vaut 1 dans l'eau, ou l'occurrence de l'eau en pour cent, dont la moitié suffit. L'eau sous un nuage fin ou à fond clair est alors trouvée aussi.</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>No buffer</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>Refinement</name>
    <message>
        <source>Averages their probabilities with those of the model chosen above.</source>
        <translation>Fait la moyenne de leurs probabilités et de celles du modèle choisi ci-dessus.</translation>
    </message>
    <message>
        <source>Predicts patches with speckled labels again, turned and mirrored, up to this many times.</source>
        <translation>Calcule de nouveau les imagettes aux classes mouchetées, tournées et retournées, au plus le nombre de fois indiqué.</translation>
    </message>
    <message>
        <source>Combine with models</source>
        <translation>Combiner avec des modèles</translation>
    </message>
    <message>
        <source>Use all networks of the model</source>
        <translation>Utiliser tous les réseaux du modèle</translation>
    </message>
    <message>
        <source>Test-time augmentation (most passes)</source>
        <translation>Augmentation au test (nombre maximal de passages)</translation>
    </message>
    <message>
        <source>Valid mask: classes to exclude</source>
        <translation>Masque de validité : classes à exclure</translation>
    </message>
    <message>
        <source>Valid mask: buffer (metres)</source>
        <translation>Masque de validité : tampon (mètres)</translation>
    </message>
    <message>
        <source>Their pixels, and those without data, are 0 in the valid mask.</source>
        <translation>Leurs pixels, et ceux sans données, valent 0 dans le masque de validité.</translation>
    </message>
    <message>
        <source>The excluded classes grow by this distance, in the valid mask only.</source>
        <translation>Les classes exclues s'étendent de cette distance, dans le masque de validité seulement.</translation>
    </message>
    <message>
        <source>Smaller objects count as clear in the valid mask.</source>
        <translation>Les objets plus petits comptent comme dégagés dans le masque de validité.</translation>
    </message>
    <message>
        <source>Cloud probability threshold</source>
        <translation>Seuil de probabilité de nuage</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. For models with a threshold, like the next two options.</source>
        <translation>Vide : celui du modèle. Pour les modèles à seuil, comme les deux options suivantes.</translation>
    </message>
    <message>
        <source>Cloud probability: averaging (pixels)</source>
        <translation>Probabilité de nuage : moyenne (pixels)</translation>
    </message>
    <message>
        <source>Radius that smooths the probabilities before the threshold. Empty: the model&apos;s.</source>
        <translation>Rayon qui lisse les probabilités avant le seuil. Vide : celui du modèle.</translation>
    </message>
    <message>
        <source>Cloud probability: dilation (pixels)</source>
        <translation>Probabilité de nuage : dilatation (pixels)</translation>
    </message>
    <message>
        <source>Radius that widens clouds after the threshold. Empty: the model&apos;s.</source>
        <translation>Rayon qui élargit les nuages après le seuil. Vide : celui du modèle.</translation>
    </message>
    <message>
        <source>Valid mask: smallest object (hectares)</source>
        <translation>Masque de validité : plus petit objet (ha)</translation>
    </message>
    <message>
        <source>For models that consist of several networks, such as those of CloudS2Mask.</source>
        <translation>Pour les modèles qui se composent de plusieurs réseaux, comme ceux de CloudS2Mask.</translation>
    </message>
    <message>
        <source>Least probability of shadow</source>
        <translation>Probabilité minimale d'ombre</translation>
    </message>
    <message>
        <source>Pixels below get another class. Empty: the model&apos;s. 0: each gets its likeliest class.</source>
        <translation>Un pixel en dessous reçoit une autre classe. Vide : celle du modèle. 0 : chacun reçoit sa classe la plus probable.</translation>
    </message>
    <message>
        <source>{others} cannot be averaged with {model} = {automatic}. Choose a model in {model}.</source>
        <translation>{others} ne va pas avec {model} = {automatic}. Choisir un modèle dans {model}.</translation>
    </message>
    <message>
        <source>Rules: dilation of shadow (pixels)</source>
        <translation>Règles : dilatation de l'ombre (pixels)</translation>
    </message>
    <message>
        <source>Empty: the model&apos;s. For models that consist of rules, like the next four options.</source>
        <translation>Vide : celle du modèle. Pour les modèles faits de règles, comme les quatre options suivantes.</translation>
    </message>
    <message>
        <source>Rules: dilation of snow (pixels)</source>
        <translation>Règles : dilatation de la neige (pixels)</translation>
    </message>
    <message>
        <source>Cloud and shadow take precedence over snow. Empty: the model&apos;s.</source>
        <translation>Nuage et ombre ont la priorité sur la neige. Vide : celle du modèle.</translation>
    </message>
    <message>
        <source>Rules: clouds must move between the bands</source>
        <translation>Règles : les nuages doivent bouger entre les bandes</translation>
    </message>
    <message>
        <source>Leaves out roofs and beaches, which have no parallax.</source>
        <translation>Écarte les toits et les plages, qui n'ont pas de parallaxe.</translation>
    </message>
    <message>
        <source>Rules: elevation raster (metres)</source>
        <translation>Règles : raster d'altitude (mètres)</translation>
    </message>
    <message>
        <source>Slopes and shaded hillsides are then neither water nor cloud shadow.</source>
        <translation>Les pentes et les versants sans soleil ne sont alors ni eau ni ombre de nuage.</translation>
    </message>
    <message>
        <source>Rules: water map</source>
        <translation>Règles : carte de l'eau</translation>
    </message>
    <message>
        <source>A raster that is 1 in water, or the occurrence of water in percent.</source>
        <translation>Un raster qui vaut 1 dans l'eau, ou l'occurrence de l'eau en pour cent.</translation>
    </message>
    <message>
        <source>Rules: cloud probability above clear land</source>
        <translation>Règles : probabilité de nuage au-dessus de la terre dégagée</translation>
    </message>
    <message>
        <source>A lower one finds more cloud, and more bright land. Empty: the model&apos;s.</source>
        <translation>Plus basse, elle trouve plus de nuages, et plus de terres claires. Vide : celle du modèle.</translation>
    </message>
    <message>
        <source>Rules: dilation of cloud (pixels)</source>
        <translation>Règles : dilatation des nuages (pixels)</translation>
    </message>
    <message>
        <source>Radius that widens clouds. Empty: the model&apos;s.</source>
        <translation>Rayon dont les nuages grandissent. Vide : celui du modèle.</translation>
    </message>
</context>
<context>
    <name>Requirements</name>
    <message>
        <source>Missing Python packages: {names}.</source>
        <translation>Paquets Python manquants : {names}.</translation>
    </message>
    <message>
        <source>The Python package onnxruntime is installed but cannot be loaded ({reason}).</source>
        <translation>Le paquet Python onnxruntime est installé, mais ne peut pas être chargé ({reason}).</translation>
    </message>
    <message>
        <source>Install it again, then restart QGIS.</source>
        <translation>L'installer à nouveau, puis redémarrer QGIS.</translation>
    </message>
    <message>
        <source>Repair or remove it in {folder}, then restart QGIS.</source>
        <translation>Le réparer ou le supprimer dans {folder}, puis redémarrer QGIS.</translation>
    </message>
    <message>
        <source>The usual cause on Windows is an old Microsoft Visual C++ Redistributable.</source>
        <translation>Sous Windows, la cause habituelle est un Microsoft Visual C++ Redistributable ancien.</translation>
    </message>
    <message>
        <source>Install the current version (x64) from Microsoft&apos;s website.</source>
        <translation>Installer la version actuelle (x64) depuis le site de Microsoft.</translation>
    </message>
    <message>
        <source>Missing models: no network is installed.</source>
        <translation>Modèles manquants : aucun réseau n'est installé.</translation>
    </message>
    <message>
        <source>Install them with Raster &gt; CloudS2Mask &gt; Install or update components…</source>
        <translation>Les installer avec Raster &gt; CloudS2Mask &gt; Installer ou mettre à jour les composants…</translation>
    </message>
</context>
<context>
    <name>RowMenu</name>
    <message>
        <source>It lies behind an address, not in a folder.</source>
        <translation>Il se trouve derrière une adresse, et non dans un dossier.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Nothing went wrong with the selected rows.</source>
        <translation>Aucun problème avec les lignes sélectionnées.</translation>
    </message>
    <message>
        <source>Select a row first.</source>
        <translation>Sélectionnez d'abord une ligne.</translation>
    </message>
    <message>
        <source>&amp;Zoom to outline</source>
        <translation>&amp;Zoomer sur l'emprise</translation>
    </message>
    <message>
        <source>Show &amp;reason</source>
        <translation>Afficher la raiso&amp;n</translation>
    </message>
    <message>
        <source>Open containing &amp;folder</source>
        <translation>Ouvrir le &amp;dossier contenant</translation>
    </message>
    <message>
        <source>&amp;Copy path</source>
        <translation>&amp;Copier le chemin</translation>
    </message>
    <message>
        <source>Add to &amp;map</source>
        <translation>&amp;Ajouter à la carte</translation>
    </message>
    <message>
        <source>Remo&amp;ve from map</source>
        <translation>Retirer de la car&amp;te</translation>
    </message>
    <message>
        <source>Mask a&amp;gain</source>
        <translation>&amp;Masquer de nouveau</translation>
    </message>
    <message>
        <source>C&amp;ompare models…</source>
        <translation>C&amp;omparer des modèles…</translation>
    </message>
    <message>
        <source>Cloud-free com&amp;posite…</source>
        <translation>Com&amp;posite sans nuages…</translation>
    </message>
    <message>
        <source>&amp;Apply mask…</source>
        <translation>Appli&amp;quer le masque…</translation>
    </message>
    <message>
        <source>&amp;Statistics of polygons…</source>
        <translation>&amp;Statistiques de polygones…</translation>
    </message>
    <message>
        <source>Repor&amp;t…</source>
        <translation>&amp;Rapport…</translation>
    </message>
    <message>
        <source>Remove from the &amp;list</source>
        <translation>Retirer de la &amp;liste</translation>
    </message>
    <message>
        <source>Correct &amp;by hand…</source>
        <translation>Corri&amp;ger à la main…</translation>
    </message>
    <message>
        <source>Mask as pol&amp;ygons…</source>
        <translation>Masque en pol&amp;ygones…</translation>
    </message>
</context>
<context>
    <name>RunSummary</name>
    <message>
        <source>No product touches the area of interest</source>
        <translation>Aucun produit ne touche la zone d'intérêt</translation>
    </message>
    <message>
        <source>1 mask made</source>
        <translation>1 masque créé</translation>
    </message>
    <message>
        <source>{count} masks made</source>
        <translation>{count} masques créés</translation>
    </message>
    <message>
        <source>No new mask made</source>
        <translation>Aucun nouveau masque créé</translation>
    </message>
    <message>
        <source>{count} reused</source>
        <translation>{count} réutilisé(s)</translation>
    </message>
    <message>
        <source>{count} skipped (outside the area)</source>
        <translation>{count} ignoré(s) (hors de la zone)</translation>
    </message>
    <message>
        <source>{count} not replaced</source>
        <translation>{count} non remplacé(s)</translation>
    </message>
    <message>
        <source>{count} not masked</source>
        <translation>{count} non masqué(s)</translation>
    </message>
    <message>
        <source>Cancelled. {counts}</source>
        <translation>Annulé. {counts}</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} en échec</translation>
    </message>
    <message>
        <source>Not added to the map, with less than {percent:.0f} % clear: {count}.</source>
        <translation>Non ajoutés à la carte, avec moins de {percent:.0f} % clair : {count}.</translation>
    </message>
    <message>
        <source>{count} warnings; the first: {text}</source>
        <translation>{count} avertissements ; le premier : {text}</translation>
    </message>
    <message>
        <source>The first failure: {text}</source>
        <translation>Le premier échec : {text}</translation>
    </message>
    <message>
        <source>1 warning.</source>
        <translation>1 avertissement.</translation>
    </message>
    <message>
        <source>{count} warnings.</source>
        <translation>{count} avertissements.</translation>
    </message>
    <message>
        <source>The project was closed during the run, so the masks are only in {folder}.</source>
        <translation>Le projet a été fermé pendant le traitement : les masques sont seulement dans {folder}.</translation>
    </message>
    <message>
        <source>The tool tips of the rows and the log panel say more.</source>
        <translation>Les infobulles des lignes et le journal des messages en disent plus.</translation>
    </message>
    <message>
        <source>{count} products have masks with other settings: {names}.</source>
        <translation>{count} produits ont des masques avec d'autres réglages : {names}.</translation>
    </message>
    <message>
        <source>A product has a mask with other settings: {names}.</source>
        <translation>Un produit a un masque avec d'autres réglages : {names}.</translation>
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
        <source>Outside the area: skipped</source>
        <translation>Hors de la zone : ignoré</translation>
    </message>
    <message>
        <source>Outside the area: will be skipped</source>
        <translation>Hors de la zone : sera ignoré</translation>
    </message>
    <message>
        <source> (reused)</source>
        <translation> (réutilisé)</translation>
    </message>
    <message>
        <source>A mask with other settings exists: {names}</source>
        <translation>Un masque avec d'autres réglages existe : {names}</translation>
    </message>
    <message>
        <source> (corrected)</source>
        <translation> (corrigé)</translation>
    </message>
    <message>
        <source>This product is already listed from another place</source>
        <translation>Ce produit est déjà dans la liste depuis un autre endroit</translation>
    </message>
</context>
<context>
    <name>SceneTable</name>
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
    <message>
        <source>Products</source>
        <translation>Produits</translation>
    </message>
    <message>
        <source>Add Sentinel-2 products with the buttons above,
or drop .SAFE and .zarr folders or zips here</source>
        <translation>Ajoutez des produits Sentinel-2 avec les boutons ci-dessus,
ou déposez ici des dossiers .SAFE et .zarr ou des archives ZIP</translation>
    </message>
    <message>
        <source>No product matches the filter: shorten the text, or lower the clear share.</source>
        <translation>Aucun produit ne correspond au filtre : raccourcissez le texte ou baissez la part dégagée.</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Choose an area and days, then search.</source>
        <translation>Choisissez une zone et des jours, puis cherchez.</translation>
    </message>
    <message>
        <source>Another STAC API</source>
        <translation>Autre API STAC</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Of the whole tile, as the provider states it; your area may be clearer</source>
        <translation>De toute la tuile, telle que le fournisseur l'indique ; votre zone peut être plus claire</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>&amp;Cancel search</source>
        <translation>A&amp;nnuler la recherche</translation>
    </message>
    <message>
        <source>C&amp;atalogue</source>
        <translation>C&amp;atalogue</translation>
    </message>
    <message>
        <source>Addr&amp;ess of the API</source>
        <translation>Adr&amp;esse de l'API</translation>
    </message>
    <message>
        <source>C&amp;ollection</source>
        <translation>C&amp;ollection</translation>
    </message>
    <message>
        <source>A&amp;rea</source>
        <translation>&amp;Zone</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Jours</translation>
    </message>
    <message>
        <source>Cloud co&amp;ver at most</source>
        <translation>Co&amp;uverture nuageuse maximale</translation>
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
        <source>Cloud cover</source>
        <translation>Nuages</translation>
    </message>
    <message>
        <source>Scenes found</source>
        <translation>Scènes trouvées</translation>
    </message>
    <message>
        <source>&amp;Tick all</source>
        <translation>&amp;Tout cocher</translation>
    </message>
    <message>
        <source>&amp;Untick all</source>
        <translation>Tout &amp;décocher</translation>
    </message>
    <message>
        <source>JPEG 2000 in a bucket that needs access keys in the environment: see the guide.</source>
        <translation>JPEG 2000 dans un bucket qui exige des clés d'accès dans l'environnement : voir le guide.</translation>
    </message>
    <message>
        <source>JPEG 2000 in a bucket whose readers pay: it needs access keys of AWS, see the guide.</source>
        <translation>JPEG 2000 dans un bucket dont les lecteurs paient : il exige des clés d'accès AWS, voir le guide.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>The search was cancelled.</source>
        <translation>La recherche a été annulée.</translation>
    </message>
    <message>
        <source>A search is running</source>
        <translation>Une recherche est en cours</translation>
    </message>
    <message>
        <source>There are no scenes yet: search first</source>
        <translation>Pas encore de scènes : cherchez d'abord</translation>
    </message>
    <message>
        <source>Free, without an account. A small area of interest reads some 40 MB a date, a tile up to 1 GB.</source>
        <translation>Gratuit, sans compte. Une petite zone d'intérêt lit environ 40 Mo par date, une tuile jusqu'à 1 Go.</translation>
    </message>
    <message>
        <source>Nothing was found. Check the collection, or choose other days, another area or more cloud cover.</source>
        <translation>Rien n'a été trouvé. Vérifiez la collection, ou choisissez d'autres jours, une autre zone ou une couverture nuageuse plus forte.</translation>
    </message>
    <message>
        <source>{name} is in the list</source>
        <translation>{name} est dans la liste</translation>
    </message>
    <message>
        <source>Scenes found: {count}, ticked: {ticked}, in the list: {listed}</source>
        <translation>Scènes trouvées : {count}, cochées : {ticked}, dans la liste : {listed}</translation>
    </message>
</context>
<context>
    <name>SeasonFiles</name>
    <message>
        <source>Open the masks of a folder</source>
        <translation>Ouvrir les masques d'un dossier</translation>
    </message>
    <message>
        <source>{folder} contains no cloud mask of this plugin. Choose the output folder of a run.</source>
        <translation>{folder} ne contient aucun masque de nuages de cette extension. Choisir le dossier de sortie d'une exécution.</translation>
    </message>
    <message>
        <source>Reading the masks of a folder</source>
        <translation>Lecture des masques d'un dossier</translation>
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
</context>
<context>
    <name>SeasonModel</name>
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
        <source>; {valid:.0f} % of the area has data</source>
        <translation>; données sur {valid:.0f} % de la zone</translation>
    </message>
    <message>
        <source>{path} was removed or cannot be read. Mask the product again.</source>
        <translation>{path} a été supprimé ou est illisible. Masquer à nouveau le produit.</translation>
    </message>
    <message>
        <source>In map</source>
        <translation>Sur la carte</translation>
    </message>
    <message>
        <source>Date of the acquisition (UTC)</source>
        <translation>Date d'acquisition (UTC)</translation>
    </message>
    <message>
        <source>Tile of the Sentinel-2 grid</source>
        <translation>Tuile de la grille Sentinel-2</translation>
    </message>
    <message>
        <source>Satellite: S2A, S2B or S2C</source>
        <translation>Satellite : S2A, S2B ou S2C</translation>
    </message>
    <message>
        <source>Processing level: L1C, top of the atmosphere, or L2A, surface</source>
        <translation>Niveau de traitement : L1C, au sommet de l'atmosphère, ou L2A, à la surface</translation>
    </message>
    <message>
        <source>Share of clear pixels in the area with data</source>
        <translation>Part de pixels dégagés parmi ceux avec des données</translation>
    </message>
    <message>
        <source>Share of cloud in the area with data</source>
        <translation>Part de nuages parmi les pixels avec des données</translation>
    </message>
    <message>
        <source>Share of cloud shadow in the area with data</source>
        <translation>Part d'ombre de nuage parmi les pixels avec des données</translation>
    </message>
    <message>
        <source>Share of the area with data</source>
        <translation>Part de la zone avec des données</translation>
    </message>
    <message>
        <source>Yes if the mask is a layer of the map; or why there is no mask</source>
        <translation>Oui si le masque est une couche de la carte ; ou pourquoi il n'y a pas de masque</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Nom du produit</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No, file removed</source>
        <translation>Non, fichier supprimé</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Data %</source>
        <translation>Données %</translation>
    </message>
    <message>
        <source>Not replaced</source>
        <translation>Non remplacé</translation>
    </message>
    <message>
        <source>{name} %</source>
        <translation>{name} %</translation>
    </message>
    <message>
        <source>{name}: part of the clear share; only some models distinguish it</source>
        <translation>{name} : partie de la part dégagée ; seuls certains modèles la distinguent</translation>
    </message>
    <message>
        <source>Corrected by hand on {day}</source>
        <translation>Corrigé à la main le {day}</translation>
    </message>
    <message>
        <source>{state}, corrected</source>
        <translation>{state}, corrigé</translation>
    </message>
</context>
<context>
    <name>SeasonWindow</name>
    <message>
        <source>Opening masks</source>
        <translation>Ouverture des masques</translation>
    </message>
    <message>
        <source>Wait until the background task is done</source>
        <translation>Attendre la fin de la tâche en arrière-plan</translation>
    </message>
    <message>
        <source>Select a scene that has a mask</source>
        <translation>Sélectionner une scène qui a un masque</translation>
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
        <source>&amp;Add to map</source>
        <translation>&amp;Ajouter à la carte</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>&amp;Exporter en CSV…</translation>
    </message>
    <message>
        <source>Save &amp;report…</source>
        <translation>Enregistrer le &amp;rapport…</translation>
    </message>
    <message>
        <source>Mask products first, or open the masks of a folder</source>
        <translation>Masquer d'abord des produits, ou ouvrir les masques d'un dossier</translation>
    </message>
    <message>
        <source>Wait until the run is over</source>
        <translation>Attendre la fin de l'exécution</translation>
    </message>
    <message>
        <source>Show the masks of a folder as a season, without masking</source>
        <translation>Montrer les masques d'un dossier comme une saison, sans rien masquer</translation>
    </message>
    <message>
        <source>Packages are missing; install them from the main window</source>
        <translation>Des paquets manquent ; les installer depuis la fenêtre principale</translation>
    </message>
    <message>
        <source>Add the selected scenes to the map</source>
        <translation>Ajouter les scènes sélectionnées à la carte</translation>
    </message>
    <message>
        <source>Zoom to the extent of the selected scene; switch this off to compare dates at one place</source>
        <translation>Zoomer sur l'emprise de la scène sélectionnée ; décocher pour comparer des dates au même endroit</translation>
    </message>
    <message>
        <source>Adds the selected scenes to the map, each as a group of mask and natural-colour layer.</source>
        <translation>Ajoute les scènes sélectionnées à la carte, chacune sous forme de groupe avec masque et couche en couleurs naturelles.</translation>
    </message>
    <message>
        <source>Shows the masks of a folder as a season, read from the tags of their files: product, time, shares, area. Nothing is masked.</source>
        <translation>Montre les masques d'un dossier comme une saison, d'après les étiquettes de leurs fichiers : produit, date, parts, zone. Rien n'est masqué.</translation>
    </message>
    <message>
        <source>These masks were removed or cannot be read: {names}. Mask their products again.</source>
        <translation>Ces masques ont été supprimés ou sont illisibles : {names}. Masquer à nouveau leurs produits.</translation>
    </message>
    <message>
        <source>{count} masks with another resolution or area were skipped.</source>
        <translation>{count} masques d'une autre résolution ou zone ont été ignorés.</translation>
    </message>
    <message>
        <source>1 mask with another resolution or area was skipped.</source>
        <translation>1 masque d'une autre résolution ou zone a été ignoré.</translation>
    </message>
    <message>
        <source>No scene matches the filter</source>
        <translation>Aucune scène ne correspond au filtre</translation>
    </message>
    <message>
        <source>Show the folder of the masks in the file manager</source>
        <translation>Montrer le dossier des masques dans le gestionnaire de fichiers</translation>
    </message>
    <message>
        <source>The selected scenes are in the map</source>
        <translation>Les scènes sélectionnées sont sur la carte</translation>
    </message>
    <message>
        <source>Remove the selected scenes from the map; their files stay</source>
        <translation>Retirer de la carte les scènes sélectionnées ; leurs fichiers restent</translation>
    </message>
    <message>
        <source>The selected scenes are not in the map</source>
        <translation>Les scènes sélectionnées ne sont pas sur la carte</translation>
    </message>
    <message>
        <source>Write the scenes shown ({shown} of {total}) and their footprints to a text file</source>
        <translation>Écrire les scènes affichées ({shown} sur {total}) et leurs empreintes dans un fichier texte</translation>
    </message>
    <message>
        <source>Write chart, pictures and table of the scenes shown ({shown} of {total}) to an HTML page</source>
        <translation>Écrire graphique, images et tableau des scènes affichées ({shown} sur {total}) dans une page HTML</translation>
    </message>
    <message>
        <source>No scene matches the filter.
Shorten the text, or lower the clear share.</source>
        <translation>Aucune scène ne correspond au filtre.
Raccourcir le texte ou baisser la part dégagée.</translation>
    </message>
    <message>
        <source>Each scene appears here as soon as it is masked.</source>
        <translation>Chaque scène apparaît ici dès qu'elle est masquée.</translation>
    </message>
    <message>
        <source>No scenes yet.
Mask products in the main window, or click &apos;{button}&apos; for those of an earlier run.</source>
        <translation>Pas encore de scène.
Masquer des produits dans la fenêtre principale, ou cliquer sur « {button} » pour ceux d'une exécution précédente.</translation>
    </message>
    <message>
        <source>Scenes masked: {masked}, in map: {shown}</source>
        <translation>Scènes masquées : {masked}, sur la carte : {shown}</translation>
    </message>
    <message>
        <source>{shown} of {total} scenes shown. </source>
        <translation>{shown} scènes sur {total} affichées. </translation>
    </message>
    <message>
        <source>Season overview</source>
        <translation>Vue d'ensemble de la saison</translation>
    </message>
    <message>
        <source>Open &amp;masks…</source>
        <translation>Ouvrir des &amp;masques…</translation>
    </message>
    <message>
        <source>Shows the folder of the masks in the file manager.</source>
        <translation>Montre le dossier des masques dans le gestionnaire de fichiers.</translation>
    </message>
    <message>
        <source>&amp;Open folder</source>
        <translation>&amp;Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Writes the rows shown to a text file: shares, path and footprint of each mask, as a polygon that QGIS reads.</source>
        <translation>Écrit les lignes affichées dans un fichier texte : parts, chemin de chaque masque et son empreinte, sous forme de polygone que QGIS sait lire.</translation>
    </message>
    <message>
        <source>Writes one HTML file with the chart, a picture of each scene with its mask, and the table of the rows shown. It needs no other files, so you can send it by e-mail.</source>
        <translation>Écrit un seul fichier HTML avec le graphique, une image de chaque scène avec son masque, et le tableau des lignes affichées. Il ne demande aucun autre fichier : on peut l'envoyer par courriel.</translation>
    </message>
    <message>
        <source>Removes the layers of the selected scenes from the map. Their files stay.</source>
        <translation>Retire de la carte les couches des scènes sélectionnées. Leurs fichiers restent.</translation>
    </message>
    <message>
        <source>Remo&amp;ve from map</source>
        <translation>Retirer de la car&amp;te</translation>
    </message>
    <message>
        <source>&amp;Zoom to selection</source>
        <translation>&amp;Zoom sur la sélection</translation>
    </message>
    <message>
        <source>&amp;Hide other scenes</source>
        <translation>Cac&amp;her les autres</translation>
    </message>
    <message>
        <source>Hide this message</source>
        <translation>Masquer ce message</translation>
    </message>
    <message>
        <source>Open the guide (F1)</source>
        <translation>Ouvrir le guide (F1)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>, not replaced: {count}</source>
        <translation>, non remplacés : {count}</translation>
    </message>
    <message>
        <source>Hide all other scenes of cloud masks in the map, so that the selected one is not covered</source>
        <translation>Masquer toutes les autres scènes de masques de nuages de la carte, pour que celle choisie ne soit pas recouverte</translation>
    </message>
    <message>
        <source>Scenes</source>
        <translation>Scènes</translation>
    </message>
    <message>
        <source>Select at least {least} % clear</source>
        <translation>Sélectionner dès {least} % dégagé</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Tout sélectionner</translation>
    </message>
    <message>
        <source>Select all scenes shown that have a mask, also in the map</source>
        <translation>Sélectionner toutes les scènes affichées qui ont un masque, sur la carte aussi</translation>
    </message>
    <message>
        <source>No scene shown has a mask</source>
        <translation>Aucune scène affichée n'a de masque</translation>
    </message>
    <message>
        <source>Products of the last run, or of a folder of masks. Click a row to show its scene on the map; click a header to sort; right-click a row for all that can be done with it.</source>
        <translation>Produits de la dernière exécution ou d'un dossier de masques. Cliquer sur une ligne pour afficher sa scène sur la carte, sur un en-tête pour trier ; un clic droit sur une ligne montre tout ce qu'on peut en faire.</translation>
    </message>
    <message>
        <source>A bar per scene and a row per tile, with the shares of clear, cloud and shadow in the area with data. Click a bar to show its scene. Drag the line to show only scenes that are clear enough.</source>
        <translation>Une barre par scène et une ligne par tuile : parts dégagées, nuageuses et à l'ombre parmi les pixels avec des données. Cliquer sur une barre pour afficher sa scène. Faire glisser la ligne pour n'afficher que les scènes assez dégagées.</translation>
    </message>
    <message>
        <source>Opens a tool of the toolbox with exactly the selected masks and their scenes: a cloud-free composite, masked rasters, or statistics of polygons. The report is of the selected scenes too.</source>
        <translation>Ouvre un outil de la boîte à outils avec exactement les masques sélectionnés et leurs scènes : un composite sans nuages, des rasters masqués ou des statistiques de polygones. Le rapport porte aussi sur les scènes sélectionnées.</translation>
    </message>
    <message>
        <source>&amp;Use selected</source>
        <translation>&amp;Utiliser la sélection</translation>
    </message>
    <message>
        <source>Select a single scene: one mask is corrected.</source>
        <translation>Sélectionner une seule scène : un seul masque se corrige.</translation>
    </message>
    <message>
        <source>Add the scene to the map first.</source>
        <translation>Ajouter d'abord la scène à la carte.</translation>
    </message>
    <message>
        <source>Composite, applied masks, statistics, polygons or a report of the selected scenes</source>
        <translation>Composite, masques appliqués, statistiques, polygones ou rapport des scènes sélectionnées</translation>
    </message>
</context>
<context>
    <name>SingleMaskAlgorithm</name>
    <message>
        <source>Cloud mask</source>
        <translation>Masque de nuages</translation>
    </message>
    <message>
        <source>Confidence (percent of each class)</source>
        <translation>Confiance (pour cent de chaque classe)</translation>
    </message>
    <message>
        <source>Valid mask (1 usable, 0 not)</source>
        <translation>Masque de validité (1 exploitable, 0 non)</translation>
    </message>
    <message>
        <source>Clear (percent of the pixels with data)</source>
        <translation>Dégagé (pour cent des pixels avec des données)</translation>
    </message>
    <message>
        <source>Cloud (percent of the pixels with data)</source>
        <translation>Nuage (pour cent des pixels avec des données)</translation>
    </message>
    <message>
        <source>Cloud shadow (percent of the pixels with data)</source>
        <translation>Ombre de nuage (pour cent des pixels avec des données)</translation>
    </message>
    <message>
        <source>A raster with a band per class of the model: its probability in percent.</source>
        <translation>Un raster avec une bande par classe du modèle : sa probabilité en pour cent.</translation>
    </message>
    <message>
        <source>A raster for other programs, by the rule in the advanced parameters.</source>
        <translation>Un raster pour d'autres programmes, selon la règle des paramètres avancés.</translation>
    </message>
    <message>
        <source>A GeoTIFF: 0 clear, 1 cloud (or thick cloud), 2 thin cloud, 3 cloud shadow, 4 snow or ice, 5 water, 255 no data.</source>
        <translation>Un GeoTIFF : 0 dégagé, 1 nuage (ou nuage épais), 2 nuage fin, 3 ombre de nuage, 4 neige ou glace, 5 eau, 255 sans données.</translation>
    </message>
    <message>
        <source>{name} (percent of the pixels with data; part of clear)</source>
        <translation>{name} (pourcentage des pixels avec des données ; partie de dégagé)</translation>
    </message>
</context>
<context>
    <name>StacDialog</name>
    <message>
        <source>Add STAC items</source>
        <translation>Ajouter des items STAC</translation>
    </message>
    <message>
        <source>Catalo&amp;gue search</source>
        <translation>Recherche par catalo&amp;gue</translation>
    </message>
    <message>
        <source>&amp;Items</source>
        <translation>&amp;Items</translation>
    </message>
    <message>
        <source>Ways to add items</source>
        <translation>Façons d'ajouter des items</translation>
    </message>
    <message>
        <source>Add to the &amp;list</source>
        <translation>Ajouter à la &amp;liste</translation>
    </message>
    <message>
        <source>&amp;Files or addresses of items, one a line:</source>
        <translation>&amp;Fichiers ou adresses d'items, un par ligne :</translation>
    </message>
    <message>
        <source>C&amp;hoose files…</source>
        <translation>C&amp;hoisir des fichiers…</translation>
    </message>
    <message>
        <source>STAC items ({patterns});;All files (*)</source>
        <translation>Items STAC ({patterns});;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Choose STAC items</source>
        <translation>Choisir des items STAC</translation>
    </message>
    <message>
        <source>Line {number}: {reason}</source>
        <translation>Ligne {number} : {reason}</translation>
    </message>
    <message>
        <source>Enter the address or the file of an item</source>
        <translation>Indiquez l'adresse ou le fichier d'un item</translation>
    </message>
    <message>
        <source>The scenes are read where they lie; the window stays open</source>
        <translation>Les scènes sont lues là où elles se trouvent ; la fenêtre reste ouverte</translation>
    </message>
    <message>
        <source>For an API, or items, whose host wants a login: user and password, a header or a token. Keys of buckets come from the environment.</source>
        <translation>Pour une API, ou des items, dont l'hôte demande une connexion : utilisateur et mot de passe, un en-tête ou un jeton. Les clés de buckets viennent de l'environnement.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>{name} is no STAC item: its name ends in .json, or its address has /items/. Products are added by Web &gt; Addresses.</source>
        <translation>{name} n'est pas un item STAC : son nom finit par .json, ou son adresse contient /items/. Les produits s'ajoutent par Web &gt; Adresses.</translation>
    </message>
    <message>
        <source>Added to the list: {count}. The list says which of them cannot be used.</source>
        <translation>Ajoutés à la liste : {count}. La liste dit lesquels ne sont pas utilisables.</translation>
    </message>
    <message>
        <source>Search, and tick at least one scene</source>
        <translation>Cherchez, et cochez au moins une scène</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentification</translation>
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
        <source>Usable (percent of pixels with data)</source>
        <translation>Exploitable (pourcentage des pixels avec des données)</translation>
    </message>
    <message>
        <source>{share:.1f} % of the pixels with data are usable.</source>
        <translation>{share:.1f} % des pixels avec des données sont exploitables.</translation>
    </message>
    <message>
        <source>1 where pixels are usable, 0 everywhere else.</source>
        <translation>1 là où les pixels sont exploitables, 0 partout ailleurs.</translation>
    </message>
</context>
<context>
    <name>WindowState</name>
    <message>
        <source>Stop the run; finished masks stay</source>
        <translation>Arrêter l'exécution ; les masques terminés restent</translation>
    </message>
    <message>
        <source>The run is being cancelled.</source>
        <translation>L'exécution est en cours d'annulation.</translation>
    </message>
    <message>
        <source>No run is in progress.</source>
        <translation>Aucune exécution n'est en cours.</translation>
    </message>
    <message>
        <source>Choose a folder; all products in it and its subfolders are added</source>
        <translation>Choisir un dossier ; tous les produits qu'il contient, sous-dossiers compris, sont ajoutés</translation>
    </message>
    <message>
        <source>Choose .zip archives; they are read in place</source>
        <translation>Choisir des archives .zip ; elles sont lues sur place</translation>
    </message>
    <message>
        <source>Remove the selected products from the list</source>
        <translation>Retirer les produits sélectionnés de la liste</translation>
    </message>
    <message>
        <source>Select products first</source>
        <translation>Sélectionner d'abord des produits</translation>
    </message>
    <message>
        <source>Mask these products again, with the options below</source>
        <translation>Masquer de nouveau ces produits, avec les options ci-dessous</translation>
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
        <source>Cancelling: the current step is finished first.</source>
        <translation>Annulation : l'étape en cours se termine d'abord.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>A run is in progress.</source>
        <translation>Une exécution est en cours.</translation>
    </message>
    <message>
        <source>Products are being read; so far: {count}.</source>
        <translation>Lecture des produits ; jusqu'ici : {count}.</translation>
    </message>
    <message>
        <source>No product can be used. The Status column gives the reasons.</source>
        <translation>Aucun produit n'est utilisable. La colonne État donne les raisons.</translation>
    </message>
    <message>
        <source>The installation is being checked.</source>
        <translation>L'installation est en cours de vérification.</translation>
    </message>
    <message>
        <source>Components are missing; install them above.</source>
        <translation>Des composants manquent ; les installer ci-dessus.</translation>
    </message>
    <message>
        <source>Add at least one product.</source>
        <translation>Ajouter au moins un produit.</translation>
    </message>
    <message>
        <source>No product touches the area of interest. Draw it over the outlines on the map.</source>
        <translation>Aucun produit ne touche la zone d'intérêt. La dessiner sur les contours de la carte.</translation>
    </message>
    <message>
        <source>Ready to mask 1 product.</source>
        <translation>Prêt à masquer 1 produit.</translation>
    </message>
    <message>
        <source>Ready to mask {count} products.</source>
        <translation>Prêt à masquer {count} produits.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>Season…</source>
        <translation>Saison…</translation>
    </message>
    <message>
        <source>Remove layers</source>
        <translation>Retirer les couches</translation>
    </message>
    <message>
        <source>{count} unusable</source>
        <translation>{count} inutilisable(s)</translation>
    </message>
    <message>
        <source>{count} outside the area</source>
        <translation>{count} hors de la zone</translation>
    </message>
    <message>
        <source>Left out: {counts}.</source>
        <translation>Laissés de côté : {counts}.</translation>
    </message>
    <message>
        <source>Last run:</source>
        <translation>Dernière exécution :</translation>
    </message>
    <message>
        <source>Components are being installed; then masks can be made.</source>
        <translation>Des composants sont en cours d'installation ; ensuite, les masques pourront être créés.</translation>
    </message>
    <message>
        <source>Components are being installed.</source>
        <translation>Des composants sont en cours d'installation.</translation>
    </message>
    <message>
        <source>1 unusable</source>
        <translation>1 inutilisable</translation>
    </message>
    <message>
        <source>Choose one or more .SAFE or .zarr folders</source>
        <translation>Choisir un ou plusieurs dossiers .SAFE ou .zarr</translation>
    </message>
    <message>
        <source>Components are missing; install them above, or choose Fmask, which needs no network.</source>
        <translation>Des composants manquent ; les installer ci-dessus, ou choisir Fmask, qui ne demande pas de réseau.</translation>
    </message>
    <message>
        <source>Search a catalogue for scenes, or paste addresses of products</source>
        <translation>Chercher des scènes dans un catalogue, ou coller des adresses de produits</translation>
    </message>
    <message>
        <source>Mask all usable products that are shown</source>
        <translation>Masquer tous les produits utilisables affichés</translation>
    </message>
    <message>
        <source>Click outlines of products on the map, or drag a rectangle over them</source>
        <translation>Cliquez sur les contours de produits sur la carte, ou tracez un rectangle sur eux</translation>
    </message>
    <message>
        <source>Add products first: the map shows their outlines</source>
        <translation>Ajoutez d'abord des produits : la carte montre leurs contours</translation>
    </message>
    <message>
        <source>No product matches the filter: Run masks only products that are shown.</source>
        <translation>Aucun produit ne correspond au filtre : seuls les produits affichés sont masqués.</translation>
    </message>
    <message>
        <source>{count} hidden by the filter</source>
        <translation>{count} cachés par le filtre</translation>
    </message>
    <message>
        <source>Entire tiles are read from the web, up to 1 GB each; an area of interest reads less.</source>
        <translation>Des tuiles entières sont lues sur le web, jusqu'à 1 Go chacune ; une zone d'intérêt lit moins.</translation>
    </message>
</context>
<context>
    <name>_CheckList</name>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
</TS>
