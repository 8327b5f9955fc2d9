<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>PastSalePanel</name>
    <message numerus="yes">
        <source>Refund %n item(s)</source>
        <translation>
            <numerusform>Refund %n item</numerusform>
            <numerusform>Refund %n items</numerusform>
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
</TS>
