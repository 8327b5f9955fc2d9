<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingPart</name>
    <message numerus="yes">
        <source>Filed: %n piece(s), %1. A new count of today takes its place.</source>
        <translation>
            <numerusform>Filed: %Ln piece, %1. A new count of today takes its place.</numerusform>
            <numerusform>Filed: %Ln pieces, %1. A new count of today takes its place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not recognised: %n; count them by hand</source>
        <translation>
            <numerusform>not recognised: %Ln; count them by hand</numerusform>
            <numerusform>not recognised: %Ln; count them by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left over: %n piece(s), %1</source>
        <translation>
            <numerusform>Left over: %Ln piece, %1</numerusform>
            <numerusform>Left over: %Ln pieces, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message numerus="yes">
        <source>%n doubtful one(s) stay</source>
        <translation>
            <numerusform>%Ln doubtful one stays</numerusform>
            <numerusform>%Ln doubtful ones stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use all %n</source>
        <translation>
            <numerusform>Use all %Ln</numerusform>
            <numerusform>Use all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%Ln chosen</numerusform>
            <numerusform>%Ln chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message numerus="yes">
        <source>Importing… %n%</source>
        <translation>
            <numerusform>Importing… %Ln%</numerusform>
            <numerusform>Importing… %Ln%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting… %n%</source>
        <translation>
            <numerusform>Exporting… %Ln%</numerusform>
            <numerusform>Exporting… %Ln%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking… %n% (stop)</source>
        <translation>
            <numerusform>Looking… %Ln% (stop)</numerusform>
            <numerusform>Looking… %Ln% (stop)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlancePart</name>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation>
            <numerusform>%Ln piece left</numerusform>
            <numerusform>%Ln pieces left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n such weekday(s)</source>
        <translation>
            <numerusform>Mean of %Ln such weekday</numerusform>
            <numerusform>Mean of %Ln such weekdays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%Ln new</numerusform>
            <numerusform>%Ln new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%Ln changed</numerusform>
            <numerusform>%Ln changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%Ln the same</numerusform>
            <numerusform>%Ln the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken</source>
        <translation>
            <numerusform>%Ln row cannot be taken</numerusform>
            <numerusform>%Ln rows cannot be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n product(s)</source>
        <translation>
            <numerusform>Take over %Ln product</numerusform>
            <numerusform>Take over %Ln products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message numerus="yes">
        <source>%n bread(s) had too few photos to be compared</source>
        <translation>
            <numerusform>%Ln bread had too few photos to be compared</numerusform>
            <numerusform>%Ln breads had too few photos to be compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be learnt from</source>
        <translation>
            <numerusform>%Ln photo could not be learnt from</numerusform>
            <numerusform>%Ln photos could not be learnt from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastSalePanel</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refund %n item(s)</source>
        <translation>
            <numerusform>Refund %Ln item</numerusform>
            <numerusform>Refund %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoTransfer</name>
    <message numerus="yes">
        <source>✓ %n photo(s) imported.</source>
        <translation>
            <numerusform>✓ %Ln photo imported.</numerusform>
            <numerusform>✓ %Ln photos imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n photo(s) exported.</source>
        <translation>
            <numerusform>✓ %Ln photo exported.</numerusform>
            <numerusform>✓ %Ln photos exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please look at %n thing(s):</source>
        <translation>
            <numerusform>Please look at this one:</numerusform>
            <numerusform>Please look at these %Ln:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %Ln minute left</numerusform>
            <numerusform>about %Ln minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotographNext</name>
    <message numerus="yes">
        <source>%n photo(s) so far</source>
        <translation>
            <numerusform>%Ln photo so far</numerusform>
            <numerusform>%Ln photos so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosHome</name>
    <message numerus="yes">
        <source>%n correction(s) to check</source>
        <translation>
            <numerusform>%Ln correction to check</numerusform>
            <numerusform>%Ln corrections to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>Too many wrong PINs. %n second(s) to wait.</source>
        <translation>
            <numerusform>Too many wrong PINs. %Ln second to wait.</numerusform>
            <numerusform>Too many wrong PINs. %Ln seconds to wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceCardsCard</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%Ln card</numerusform>
            <numerusform>%Ln cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of A4</source>
        <translation>
            <numerusform>%Ln sheet of A4</numerusform>
            <numerusform>%Ln sheets of A4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price: no card.</source>
        <translation>
            <numerusform>%Ln without a price: no card.</numerusform>
            <numerusform>%Ln without a price: no card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>%n product(s) are taken over.</source>
        <translation>
            <numerusform>%Ln product is taken over.</numerusform>
            <numerusform>%Ln products are taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%Ln left</numerusform>
            <numerusform>%Ln left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which bread are these %n?</source>
        <translation>
            <numerusform>Which bread is this?</numerusform>
            <numerusform>Which bread are these %Ln?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message numerus="yes">
        <source>%n more item(s) were entered by hand.</source>
        <translation>
            <numerusform>%Ln more item were entered by hand.</numerusform>
            <numerusform>%Ln more items were entered by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPicture</name>
    <message numerus="yes">
        <source>Pictures are kept for %n day(s); this one is deleted.</source>
        <translation>
            <numerusform>Pictures are kept for %Ln day; this one is deleted.</numerusform>
            <numerusform>Pictures are kept for %Ln days; this one is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%Ln receipt</numerusform>
            <numerusform>%Ln receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupStrip</name>
    <message numerus="yes">
        <source>%n more, or go on.</source>
        <translation>
            <numerusform>%Ln more, or go on.</numerusform>
            <numerusform>%Ln more, or go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>please check %n of them</source>
        <translation>
            <numerusform>please check %Ln</numerusform>
            <numerusform>please check %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachCard</name>
    <message numerus="yes">
        <source>of %n photos</source>
        <translation>
            <numerusform>of %Ln</numerusform>
            <numerusform>of %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) more</source>
        <translation>
            <numerusform>%Ln photo more</numerusform>
            <numerusform>%Ln photos more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message numerus="yes">
        <source>Photo %n ✓</source>
        <translation>
            <numerusform>Photo %Ln ✓</numerusform>
            <numerusform>Photo %Ln ✓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken. Next one, please.</source>
        <translation>
            <numerusform>%Ln photo taken. Next one, please.</numerusform>
            <numerusform>%Ln photos taken. Next one, please.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TillGuard</name>
    <message numerus="yes">
        <source>In the cart: %n item(s), %1</source>
        <translation>
            <numerusform>In the cart: %Ln item, %1</numerusform>
            <numerusform>In the cart: %Ln items, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalBar</name>
    <message numerus="yes">
        <source>Total, %n item(s)</source>
        <translation>
            <numerusform>Total, %Ln item</numerusform>
            <numerusform>Total, %Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform>
            <numerusform>%Ln customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to check</source>
        <translation>
            <numerusform>%Ln item to check</numerusform>
            <numerusform>%Ln items to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>%Ln bread</numerusform>
            <numerusform>%Ln breads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %Ln minute</numerusform>
            <numerusform>about %Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>%Ln bread</numerusform>
            <numerusform>%Ln breads</numerusform>
        </translation>
    </message>
</context>
</TS>
