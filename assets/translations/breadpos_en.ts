<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ClosingPart</name>
    <message numerus="yes">
        <source>Filed: %n piece(s), %1. A new count of today takes its place.</source>
        <translation>
            <numerusform>Filed: %n piece, %1. A new count of today takes its place.</numerusform>
            <numerusform>Filed: %n pieces, %1. A new count of today takes its place.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not recognised: %n; count them by hand</source>
        <translation>
            <numerusform>not recognised: %n; count them by hand</numerusform>
            <numerusform>not recognised: %n; count them by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left over: %n piece(s), %1</source>
        <translation>
            <numerusform>Left over: %n piece, %1</numerusform>
            <numerusform>Left over: %n pieces, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message numerus="yes">
        <source>%n doubtful one(s) stay</source>
        <translation>
            <numerusform>%n doubtful one stays</numerusform>
            <numerusform>%n doubtful ones stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use all %n</source>
        <translation>
            <numerusform>Use all %n</numerusform>
            <numerusform>Use all %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message numerus="yes">
        <source>Importing… %n%</source>
        <translation>
            <numerusform>Importing… %n%</numerusform>
            <numerusform>Importing… %n%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting… %n%</source>
        <translation>
            <numerusform>Exporting… %n%</numerusform>
            <numerusform>Exporting… %n%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking… %n% (stop)</source>
        <translation>
            <numerusform>Looking… %n% (stop)</numerusform>
            <numerusform>Looking… %n% (stop)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GlancePart</name>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation>
            <numerusform>%n piece left</numerusform>
            <numerusform>%n pieces left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n such weekday(s)</source>
        <translation>
            <numerusform>Mean of %n such weekday</numerusform>
            <numerusform>Mean of %n such weekdays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken</source>
        <translation>
            <numerusform>%n row cannot be taken</numerusform>
            <numerusform>%n rows cannot be taken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take over %n product(s)</source>
        <translation>
            <numerusform>Take over %n product</numerusform>
            <numerusform>Take over %n products</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message numerus="yes">
        <source>%n bread(s) had too few photos to be compared</source>
        <translation>
            <numerusform>%n bread had too few photos to be compared</numerusform>
            <numerusform>%n breads had too few photos to be compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be learnt from</source>
        <translation>
            <numerusform>%n photo could not be learnt from</numerusform>
            <numerusform>%n photos could not be learnt from</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PastSalePanel</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refund %n item(s)</source>
        <translation>
            <numerusform>Refund %n item</numerusform>
            <numerusform>Refund %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoTransfer</name>
    <message numerus="yes">
        <source>✓ %n photo(s) imported.</source>
        <translation>
            <numerusform>✓ %n photo imported.</numerusform>
            <numerusform>✓ %n photos imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n photo(s) exported.</source>
        <translation>
            <numerusform>✓ %n photo exported.</numerusform>
            <numerusform>✓ %n photos exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Please look at %n thing(s):</source>
        <translation>
            <numerusform>Please look at this one:</numerusform>
            <numerusform>Please look at these %n:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotographNext</name>
    <message numerus="yes">
        <source>%n photo(s) so far</source>
        <translation>
            <numerusform>%n photo so far</numerusform>
            <numerusform>%n photos so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosHome</name>
    <message numerus="yes">
        <source>%n correction(s) to check</source>
        <translation>
            <numerusform>%n correction to check</numerusform>
            <numerusform>%n corrections to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>Too many wrong PINs. %n second(s) to wait.</source>
        <translation>
            <numerusform>Too many wrong PINs. %n second to wait.</numerusform>
            <numerusform>Too many wrong PINs. %n seconds to wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PriceCardsCard</name>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%n card</numerusform>
            <numerusform>%n cards</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of A4</source>
        <translation>
            <numerusform>%n sheet of A4</numerusform>
            <numerusform>%n sheets of A4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price: no card.</source>
        <translation>
            <numerusform>%n without a price: no card.</numerusform>
            <numerusform>%n without a price: no card.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message numerus="yes">
        <source>%n product(s) are taken over.</source>
        <translation>
            <numerusform>%n product is taken over.</numerusform>
            <numerusform>%n products are taken over.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Which bread are these %n?</source>
        <translation>
            <numerusform>Which bread is this?</numerusform>
            <numerusform>Which bread are these %n?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message numerus="yes">
        <source>%n more item(s) were entered by hand.</source>
        <translation>
            <numerusform>%n more item were entered by hand.</numerusform>
            <numerusform>%n more items were entered by hand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPicture</name>
    <message numerus="yes">
        <source>Pictures are kept for %n day(s); this one is deleted.</source>
        <translation>
            <numerusform>Pictures are kept for %n day; this one is deleted.</numerusform>
            <numerusform>Pictures are kept for %n days; this one is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%n receipt</numerusform>
            <numerusform>%n receipts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SalesPanel</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SetupStrip</name>
    <message numerus="yes">
        <source>%n more, or go on.</source>
        <translation>
            <numerusform>%n more, or go on.</numerusform>
            <numerusform>%n more, or go on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>please check %n of them</source>
        <translation>
            <numerusform>please check %n</numerusform>
            <numerusform>please check %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachCard</name>
    <message numerus="yes">
        <source>of %n photos</source>
        <translation>
            <numerusform>of %n</numerusform>
            <numerusform>of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) more</source>
        <translation>
            <numerusform>%n photo more</numerusform>
            <numerusform>%n photos more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message numerus="yes">
        <source>Photo %n ✓</source>
        <translation>
            <numerusform>Photo %n ✓</numerusform>
            <numerusform>Photo %n ✓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken. Next one, please.</source>
        <translation>
            <numerusform>%n photo taken. Next one, please.</numerusform>
            <numerusform>%n photos taken. Next one, please.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TillGuard</name>
    <message numerus="yes">
        <source>In the cart: %n item(s), %1</source>
        <translation>
            <numerusform>In the cart: %n item, %1</numerusform>
            <numerusform>In the cart: %n items, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalBar</name>
    <message numerus="yes">
        <source>Total, %n item(s)</source>
        <translation>
            <numerusform>Total, %n item</numerusform>
            <numerusform>Total, %n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%n customer</numerusform>
            <numerusform>%n customers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to check</source>
        <translation>
            <numerusform>%n item to check</numerusform>
            <numerusform>%n items to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>%n bread</numerusform>
            <numerusform>%n breads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>%n bread</numerusform>
            <numerusform>%n breads</numerusform>
        </translation>
    </message>
</context>
</TS>
