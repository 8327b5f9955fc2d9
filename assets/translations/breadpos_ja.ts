<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AllergenPicker</name>
    <message>
        <source>Contains none of these</source>
        <translation>どれも含まない</translation>
    </message>
    <message>
        <source>Must be named</source>
        <translation>特定原材料（表示義務）</translation>
    </message>
    <message>
        <source>Should be named</source>
        <translation>特定原材料に準ずるもの（推奨）</translation>
    </message>
</context>
<context>
    <name>Away</name>
    <message>
        <source>Sold out</source>
        <translation>売り切れ</translation>
    </message>
    <message>
        <source>Out of season</source>
        <translation>季節外</translation>
    </message>
</context>
<context>
    <name>BakingPart</name>
    <message>
        <source>Baking for %1</source>
        <translation>%1の仕込み</translation>
    </message>
    <message>
        <source>Not enough days yet</source>
        <translation>まだ日数が足りません</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>おすすめ</translation>
    </message>
    <message>
        <source>Wanted, least to most</source>
        <translation>求められた数（最少～最多）</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>日数</translation>
    </message>
    <message>
        <source>Sold out on</source>
        <translation>売り切れた日</translation>
    </message>
    <message>
        <source>How much to bake is told from what was sold on the same weekday. %1 of at least %2 such days are on record.</source>
        <translation>同じ曜日に売れた数から、焼く数をお知らせします。記録が%2日分必要で、今は%1日分です。</translation>
    </message>
    <message>
        <source>From the last %1 of this weekday; leftovers were counted on %2 of them. The weather is not taken into account. Six days of ten the suggestion is enough.</source>
        <translation>この曜日の直近%1日から計算しました（うち%2日は売れ残りの記録あり）。天気は考えに入れていません。10日のうち6日はこの数で足ります。</translation>
    </message>
    <message>
        <source>not enough days</source>
        <translation>日数不足</translation>
    </message>
</context>
<context>
    <name>BreadsChoice</name>
    <message>
        <source>Which breads will be sold first?</source>
        <translation>はじめに売るパンは？</translation>
    </message>
    <message>
        <source>Photograph my own breads</source>
        <translation>自分のパンを撮影する</translation>
    </message>
    <message>
        <source>Three to begin with, five photos each, with the counter&apos;s camera. A minute a bread.</source>
        <translation>まず3種類、カウンターのカメラで5枚ずつ。1種類1分ほどです。</translation>
    </message>
    <message>
        <source>Try with the demo shop</source>
        <translation>デモのお店で試す</translation>
    </message>
    <message>
        <source>Breads that are known already, on a simulated counter. They can be taken off the list later.</source>
        <translation>登録済みのパンと模擬カウンターで試せます。あとで一覧から外せます。</translation>
    </message>
</context>
<context>
    <name>CameraForm</name>
    <message>
        <source>Simulated counter</source>
        <translation>模擬カウンター</translation>
    </message>
    <message>
        <source>Camera and tray</source>
        <translation>カメラとトレー</translation>
    </message>
    <message>
        <source>Cameras of this computer</source>
        <translation>このパソコンのカメラ</translation>
    </message>
    <message>
        <source>Look for cameras again</source>
        <translation>もう一度さがす</translation>
    </message>
    <message>
        <source>Camera in use</source>
        <translation>使うカメラ</translation>
    </message>
    <message>
        <source>A number, a video file or URL, or “simulated”.</source>
        <translation>番号、動画ファイルやURL、または simulated。</translation>
    </message>
    <message>
        <source>Picture&apos;s width</source>
        <translation>画像の幅</translation>
    </message>
    <message>
        <source>160 to 8192.</source>
        <translation>160〜8192。</translation>
    </message>
    <message>
        <source>Picture&apos;s height</source>
        <translation>画像の高さ</translation>
    </message>
    <message>
        <source>120 to 8192.</source>
        <translation>120〜8192。</translation>
    </message>
    <message>
        <source>What the picture shows across</source>
        <translation>画面に写る幅</translation>
    </message>
    <message>
        <source>Lay a ruler across the counter and read it at the picture&apos;s edges: up to 5000. 0: not measured, and size tells nothing.</source>
        <translation>カウンターに定規を横に置き、画像の左右の端で読みます。5000まで。0なら未測定で、大きさでは見分けません。</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Read again</source>
        <translation>読み直す</translation>
    </message>
    <message>
        <source>sticks out of the picture</source>
        <translation>はみ出しています</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>名前を教えてください</translation>
    </message>
</context>
<context>
    <name>CandidateButton</name>
    <message>
        <source>no price</source>
        <translation>価格なし</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>%1キー</translation>
    </message>
</context>
<context>
    <name>CartLineRow</name>
    <message>
        <source>Set price</source>
        <translation>価格を入力</translation>
    </message>
    <message>
        <source>Please check</source>
        <translation>確認してください</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>1個 %1</translation>
    </message>
    <message>
        <source>Takeout</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>Eat in</source>
        <translation>店内</translation>
    </message>
</context>
<context>
    <name>CartPanel</name>
    <message>
        <source>The cart is empty.
Put a tray under the camera, or add products by hand.</source>
        <translation>カートは空です。
トレーをカメラの下に置くか、
商品を手で追加してください。</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>アレルゲン</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>change %1</source>
        <translation>お釣り %1</translation>
    </message>
    <message>
        <source>Previous customer: %1</source>
        <translation>前のお客様：%1</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>保留中</translation>
    </message>
</context>
<context>
    <name>CategoryTabs</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>Print</source>
        <translation>印刷</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>The day is closed</source>
        <translation>精算しました</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>Count the drawer</source>
        <translation>現金を数える</translation>
    </message>
    <message>
        <source>count, or say why</source>
        <translation>数え直すか理由を入力</translation>
    </message>
    <message>
        <source>Close the day</source>
        <translation>精算する</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>点検</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>現金を数えて精算へ</translation>
    </message>
</context>
<context>
    <name>ClosingPart</name>
    <message>
        <source>Counted. Put the next tray there, or file the count.</source>
        <translation>数えました。次のトレーを置くか、記録してください。</translation>
    </message>
    <message>
        <source>A tray lies there that was not counted. Count it with F5, or press F8 again to file without it.</source>
        <translation>まだ数えていないトレーがあります。F5 で数えるか、もう一度 F8 を押すと数えずに記録します。</translation>
    </message>
    <message numerus="yes">
        <source>Filed: %n piece(s), %1. A new count of today takes its place.</source>
        <translation>
            <numerusform>記録しました：%Ln個・%1。もう一度数えると、今日の記録と置きかわります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not recognised: %n; count them by hand</source>
        <translation>
            <numerusform>名前のわからないもの%Ln個（手で加えてください）</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lies under the camera.</source>
        <translation>カメラの下には何もありません。</translation>
    </message>
    <message>
        <source>counted</source>
        <translation>数えました</translation>
    </message>
    <message numerus="yes">
        <source>Left over: %n piece(s), %1</source>
        <translation>
            <numerusform>売れ残り %Ln個・%1</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing left</source>
        <translation>売れ残りなし</translation>
    </message>
    <message>
        <source>filed</source>
        <translation>記録済み</translation>
    </message>
    <message>
        <source>File as waste</source>
        <translation>廃棄として記録</translation>
    </message>
    <message>
        <source>Put what is left under the camera, tray after tray. Nothing of it is sold while this page is open.</source>
        <translation>売れ残りをトレーごとにカメラの下に置いてください。この画面のあいだは会計されません。</translation>
    </message>
    <message>
        <source>Count this tray</source>
        <translation>このトレーを数える</translation>
    </message>
    <message>
        <source>！ Not recognised</source>
        <translation>！ 読み取れません</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>1個加える</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
</context>
<context>
    <name>ComingPage</name>
    <message>
        <source>Back to the register</source>
        <translation>会計に戻る</translation>
    </message>
    <message>
        <source>The price list</source>
        <translation>商品の一覧</translation>
    </message>
    <message>
        <source>Until this page is here, “breadpos products” shows and changes prices.</source>
        <translation>この画面ができるまでは「breadpos products」で価格を見たり変えたりできます。</translation>
    </message>
    <message>
        <source>Photographs of your breads</source>
        <translation>パンの写真</translation>
    </message>
    <message>
        <source>Until this page is here, “breadpos learn FOLDER” teaches new breads.</source>
        <translation>この画面ができるまでは「breadpos learn フォルダー」で新しいパンを覚えさせます。</translation>
    </message>
    <message>
        <source>Sales and the day&apos;s close</source>
        <translation>売上と精算</translation>
    </message>
    <message>
        <source>Every sale is kept. This page will show them.</source>
        <translation>売上はすべて保存されています。この画面で見られるようになります。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Until this page is here, breadpos.toml in the shop&apos;s folder holds them.</source>
        <translation>この画面ができるまでは、お店のフォルダーの breadpos.toml で設定します。</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>！ The register was sure that this is “%1”. Is it really “%2”?</source>
        <translation>！ レジは「%1」と確信していました。本当に「%2」ですか？</translation>
    </message>
    <message>
        <source>Yes, it is</source>
        <translation>このとおりでよい</translation>
    </message>
    <message>
        <source>Another bread</source>
        <translation>別のパンにする</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>捨てる</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful one(s) stay</source>
        <translation>
            <numerusform>あやしい%Ln枚は残ります</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use all %n</source>
        <translation>
            <numerusform>%Ln枚すべて使う</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the doubtful ones</source>
        <translation>あやしい写真だけが残っています</translation>
    </message>
    <message>
        <source>one by one, above</source>
        <translation>上で1枚ずつ決めてください</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>わからない</translation>
    </message>
    <message>
        <source>The register read: %1</source>
        <translation>レジの読み取り：%1</translation>
    </message>
</context>
<context>
    <name>CorrectionsPage</name>
    <message>
        <source>not recognised</source>
        <translation>読み取れず</translation>
    </message>
    <message>
        <source>read as %1</source>
        <translation>読取：%1</translation>
    </message>
    <message>
        <source>Corrected at the register</source>
        <translation>レジで直したパン</translation>
    </message>
    <message>
        <source>What you let through here is learnt at once. Doubtful ones come first.</source>
        <translation>ここで通した写真は、すぐにレジが覚えます。疑わしいものから並んでいます。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>確認するものはありません</translation>
    </message>
    <message>
        <source>What is corrected at the register will wait here for your glance.</source>
        <translation>レジで名前を直すと、その写真がここに並びます。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>CountForm</name>
    <message>
        <source>Should be</source>
        <translation>あるはずの現金</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>数えた現金</translation>
    </message>
    <message>
        <source>Why it does not match</source>
        <translation>合わない理由</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>過不足なし</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>過</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>不足</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>Named right, % (— learnt from, - - kept aside)</source>
        <translation>正しく当てた割合 %（— 学習 / - - 確認用）</translation>
    </message>
    <message>
        <source>Error (— learnt from, - - kept aside)</source>
        <translation>誤差（— 学習 / - - 確認用）</translation>
    </message>
</context>
<context>
    <name>DiscountPanel</name>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>The whole cart</source>
        <translation>カート全体</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>％</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>円</translation>
    </message>
    <message>
        <source>No discount</source>
        <translation>割引をなくす</translation>
    </message>
    <message>
        <source>Take %1 off</source>
        <translation>%1 引く</translation>
    </message>
    <message>
        <source>more than it costs</source>
        <translation>代金より多い割引です</translation>
    </message>
    <message>
        <source>choose or type one</source>
        <translation>選ぶか入力してください</translation>
    </message>
</context>
<context>
    <name>DrawerPanel</name>
    <message>
        <source>Cash in and out</source>
        <translation>入金・出金</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>釣銭準備</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>入金</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>出金</translation>
    </message>
    <message>
        <source>Only open</source>
        <translation>開けるだけ</translation>
    </message>
    <message>
        <source>Small change</source>
        <translation>両替</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>仕入れ</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>type an amount</source>
        <translation>金額を入力してください</translation>
    </message>
    <message>
        <source>give a reason</source>
        <translation>理由を入力してください</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Reconnect</source>
        <translation>再接続</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再確認</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>The camera is unplugged.</source>
        <translation>カメラが外れています。</translation>
    </message>
    <message>
        <source>You can sell by hand.</source>
        <translation>手入力で会計できます。</translation>
    </message>
    <message>
        <source>No camera is found.</source>
        <translation>カメラが見つかりません。</translation>
    </message>
    <message>
        <source>Check its cable. You can sell by hand.</source>
        <translation>ケーブルを確認してください。手入力で会計できます。</translation>
    </message>
    <message>
        <source>No bread has been learnt yet.</source>
        <translation>まだパンを覚えていません。</translation>
    </message>
    <message>
        <source>What was learnt cannot be read.</source>
        <translation>覚えたパンのデータが読めません。</translation>
    </message>
    <message>
        <source>Learn the breads again. You can sell by hand.</source>
        <translation>もう一度覚えさせてください。手入力で会計できます。</translation>
    </message>
    <message>
        <source>What was learnt is from a newer program.</source>
        <translation>覚えたパンのデータが新しすぎます。</translation>
    </message>
    <message>
        <source>Update breadpos. You can sell by hand.</source>
        <translation>breadpos を更新してください。手入力で会計できます。</translation>
    </message>
    <message>
        <source>The disk is full: nothing was saved.</source>
        <translation>ディスクがいっぱいで保存できません。</translation>
    </message>
    <message>
        <source>The cart is kept. Free some space and try again.</source>
        <translation>カートは未会計のままです。空きを作ってもう一度押してください。</translation>
    </message>
    <message>
        <source>The shop&apos;s data is from a newer program.</source>
        <translation>店のデータが新しすぎます。</translation>
    </message>
    <message>
        <source>Update breadpos.</source>
        <translation>breadpos を更新してください。</translation>
    </message>
    <message>
        <source>Nothing could be saved.</source>
        <translation>保存できませんでした。</translation>
    </message>
    <message>
        <source>The cart is kept. Check the disk and try again.</source>
        <translation>カートは未会計のままです。ディスクを確認してもう一度押してください。</translation>
    </message>
    <message>
        <source>This cannot be paid yet.</source>
        <translation>まだ会計できません。</translation>
    </message>
    <message>
        <source>Look at the cart and at the amount.</source>
        <translation>カートと金額を確認してください。</translation>
    </message>
    <message>
        <source>That is not enough.</source>
        <translation>お預かりが足りません。</translation>
    </message>
    <message>
        <source>Type the amount received again.</source>
        <translation>金額をもう一度入力してください。</translation>
    </message>
    <message>
        <source>This product is no longer on the price list.</source>
        <translation>この商品は商品一覧にありません。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>ほかの商品を選んでください。</translation>
    </message>
    <message>
        <source>This price cannot be used.</source>
        <translation>この価格は使えません。</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>もう一度入力してください。</translation>
    </message>
    <message>
        <source>This file is no table.</source>
        <translation>このファイルは表として読めません。</translation>
    </message>
    <message>
        <source>Save it as CSV or .xlsx and import it again.</source>
        <translation>CSVか.xlsxで保存して、もう一度取り込んでください。</translation>
    </message>
    <message>
        <source>The column 商品名 is missing.</source>
        <translation>「商品名」の列がありません。</translation>
    </message>
    <message>
        <source>Name the columns in the first line; an export shows how.</source>
        <translation>1行目に列名を入れてください。書き出したファイルが見本になります。</translation>
    </message>
    <message>
        <source>These days cannot be reported on.</source>
        <translation>この期間は集計できません。</translation>
    </message>
    <message>
        <source>Choose a first day before the last, ten years at most.</source>
        <translation>初日を末日より前に、10年以内で選んでください。</translation>
    </message>
    <message>
        <source>The file cannot be written there.</source>
        <translation>そこにはファイルを書き出せません。</translation>
    </message>
    <message>
        <source>Close it in other programs, or choose another folder.</source>
        <translation>ほかのソフトで閉じるか、別のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Another product has this barcode.</source>
        <translation>ほかの商品が同じバーコードを使っています。</translation>
    </message>
    <message>
        <source>Give each product its own.</source>
        <translation>商品ごとに別のバーコードにしてください。</translation>
    </message>
    <message>
        <source>A picture cannot be read.</source>
        <translation>写真が読めません。</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>撮り直してください。</translation>
    </message>
    <message>
        <source>The price list has a line that is no price.</source>
        <translation>価格表に価格でない行があります。</translation>
    </message>
    <message>
        <source>Mend it and read it again; nothing of it was taken.</source>
        <translation>直してから読み直してください。まだ何も取り込んでいません。</translation>
    </message>
    <message>
        <source>There are no photographs to learn from.</source>
        <translation>覚えるための写真がありません。</translation>
    </message>
    <message>
        <source>Choose a folder with one folder a product.</source>
        <translation>商品ごとのフォルダーが入ったフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The test pictures&apos; list cannot be used.</source>
        <translation>テスト写真の一覧が使えません。</translation>
    </message>
    <message>
        <source>Write it again.</source>
        <translation>作り直してください。</translation>
    </message>
    <message>
        <source>A setting is wrong.</source>
        <translation>設定に誤りがあります。</translation>
    </message>
    <message>
        <source>Mend breadpos.toml and start again.</source>
        <translation>breadpos.toml を直して、もう一度起動してください。</translation>
    </message>
    <message>
        <source>There is no screen.</source>
        <translation>画面がありません。</translation>
    </message>
    <message>
        <source>Connect one and start again.</source>
        <translation>画面をつないで、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The screen cannot be reached.</source>
        <translation>画面につながりません。</translation>
    </message>
    <message>
        <source>Start again on the screen itself.</source>
        <translation>画面のあるパソコンで、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The computer lacks what windows need.</source>
        <translation>画面を出すための部品が、このパソコンにありません。</translation>
    </message>
    <message>
        <source>Install what is named, and start again.</source>
        <translation>書かれているものをインストールして、もう一度起動してください。</translation>
    </message>
    <message>
        <source>This computer cannot train on that device.</source>
        <translation>このパソコンではその装置で学習できません。</translation>
    </message>
    <message>
        <source>Choose “auto” under Advanced and train again.</source>
        <translation>「詳しい設定」で auto を選び、もう一度学習してください。</translation>
    </message>
    <message>
        <source>This network cannot be had here.</source>
        <translation>このネットワークはここでは使えません。</translation>
    </message>
    <message>
        <source>Choose the usual one under Advanced and train again.</source>
        <translation>「詳しい設定」で標準のものを選び、もう一度学習してください。</translation>
    </message>
    <message>
        <source>There are too few photographs to train on.</source>
        <translation>学習に使える写真が足りません。</translation>
    </message>
    <message>
        <source>Photograph at least two breads, five times each.</source>
        <translation>2種類以上のパンを、それぞれ5枚ずつ撮ってください。</translation>
    </message>
    <message>
        <source>This model is no longer there.</source>
        <translation>この版はもうありません。</translation>
    </message>
    <message>
        <source>Choose another one. You can sell by hand.</source>
        <translation>別の版を選んでください。手入力で会計できます。</translation>
    </message>
    <message>
        <source>This cannot be paid so.</source>
        <translation>この支払い方はできません。</translation>
    </message>
    <message>
        <source>Only cash and vouchers may be more than what is due.</source>
        <translation>お会計より多く預かれるのは現金と商品券だけです。</translation>
    </message>
    <message>
        <source>This discount cannot be given.</source>
        <translation>この割引はできません。</translation>
    </message>
    <message>
        <source>It is more than there is to pay. Type it again.</source>
        <translation>お会計より多い割引です。入力し直してください。</translation>
    </message>
    <message>
        <source>There is no tax rate for today.</source>
        <translation>今日の税率がありません。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s clock, then try again.</source>
        <translation>パソコンの日付と時刻を確認して、もう一度お試しください。</translation>
    </message>
    <message>
        <source>A reason is missing.</source>
        <translation>理由がありません。</translation>
    </message>
    <message>
        <source>Choose or type one.</source>
        <translation>選ぶか入力してください。</translation>
    </message>
    <message>
        <source>No receipt has this number.</source>
        <translation>この番号のレシートはありません。</translation>
    </message>
    <message>
        <source>Look it up in the list.</source>
        <translation>一覧から探してください。</translation>
    </message>
    <message>
        <source>This sale can no longer be voided.</source>
        <translation>この会計はもう取り消せません。</translation>
    </message>
    <message>
        <source>Give a refund instead.</source>
        <translation>返金してください。</translation>
    </message>
    <message>
        <source>This is a void or refund itself.</source>
        <translation>これは取消・返金の伝票です。</translation>
    </message>
    <message>
        <source>Choose the sale.</source>
        <translation>元の会計を選んでください。</translation>
    </message>
    <message>
        <source>So much is not left of this sale.</source>
        <translation>返金できる数を超えています。</translation>
    </message>
    <message>
        <source>Choose items not taken back yet.</source>
        <translation>まだ返していない商品を選んでください。</translation>
    </message>
    <message>
        <source>The amount or the reason is missing.</source>
        <translation>金額か理由がありません。</translation>
    </message>
    <message>
        <source>Type both.</source>
        <translation>両方入力してください。</translation>
    </message>
    <message>
        <source>The cash does not match.</source>
        <translation>現金が合いません。</translation>
    </message>
    <message>
        <source>Count again, or say why.</source>
        <translation>数え直すか、理由を入力してください。</translation>
    </message>
    <message>
        <source>This day cannot be closed.</source>
        <translation>この日は精算できません。</translation>
    </message>
    <message>
        <source>It is closed already, or the clock is wrong. Look again.</source>
        <translation>精算済みか、時計が違います。確認してください。</translation>
    </message>
    <message>
        <source>The day is not closed yet.</source>
        <translation>今日の精算がまだです。</translation>
    </message>
    <message>
        <source>Make its Z report, then change it.</source>
        <translation>精算してから変えてください。</translation>
    </message>
    <message>
        <source>A cart is not paid yet.</source>
        <translation>会計していないカートがあります。</translation>
    </message>
    <message>
        <source>Take its payment or put it on hold, then close the day.</source>
        <translation>会計するか保留にしてから精算してください。</translation>
    </message>
    <message>
        <source>A manager must allow this.</source>
        <translation>店長の許可が必要です。</translation>
    </message>
    <message>
        <source>Call one, then try again.</source>
        <translation>店長を呼んで、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The register is locked.</source>
        <translation>レジはロックされています。</translation>
    </message>
    <message>
        <source>Sign in with your PIN, then try again.</source>
        <translation>PINで担当者になってから、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>The owner must allow this, and has no PIN yet.</source>
        <translation>オーナーの承認が必要ですが、PINがまだありません。</translation>
    </message>
    <message>
        <source>Make the owner&apos;s PIN, then try again.</source>
        <translation>オーナーのPINを決めてから、もう一度どうぞ。</translation>
    </message>
    <message>
        <source>This name cannot be used.</source>
        <translation>この名前は使えません。</translation>
    </message>
    <message>
        <source>Type one of 1 to 30 letters.</source>
        <translation>1〜30文字で入力してください。</translation>
    </message>
    <message>
        <source>There is already somebody of this name.</source>
        <translation>同じ名前の人がいます。</translation>
    </message>
    <message>
        <source>Receipts print it, so give each their own.</source>
        <translation>レシートに印字されるので、別の名前にしてください。</translation>
    </message>
    <message>
        <source>This person works here no longer.</source>
        <translation>この人は退職しています。</translation>
    </message>
    <message>
        <source>Choose somebody else.</source>
        <translation>ほかの人を選んでください。</translation>
    </message>
    <message>
        <source>There must be an owner.</source>
        <translation>オーナーが1人は必要です。</translation>
    </message>
    <message>
        <source>Make somebody else the owner first.</source>
        <translation>先にほかの人をオーナーにしてください。</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>このPINは推測されやすいため使えません。</translation>
    </message>
    <message>
        <source>Choose 4 to 8 digits without a pattern.</source>
        <translation>並びや繰り返しでない4〜8桁にしてください。</translation>
    </message>
    <message>
        <source>The PIN is not right.</source>
        <translation>PINが違います。</translation>
    </message>
    <message>
        <source>Too many wrong PINs.</source>
        <translation>PINの間違いが続きました。</translation>
    </message>
    <message>
        <source>Wait a moment, then type it again.</source>
        <translation>少し待ってから、もう一度入力してください。</translation>
    </message>
    <message>
        <source>You may not allow this.</source>
        <translation>この操作は承認できません。</translation>
    </message>
    <message>
        <source>Ask a manager or the owner.</source>
        <translation>店長かオーナーに頼んでください。</translation>
    </message>
    <message>
        <source>The printer does not print.</source>
        <translation>プリンターが印刷しません。</translation>
    </message>
    <message>
        <source>The sale is kept. Look at the printer.</source>
        <translation>会計は記録済み。プリンターをご確認ください。</translation>
    </message>
    <message>
        <source>The printer does not answer.</source>
        <translation>プリンターにつながりません。</translation>
    </message>
    <message>
        <source>The sale is kept. Check its power and cable.</source>
        <translation>会計は記録済み。電源とケーブルをご確認ください。</translation>
    </message>
    <message>
        <source>The printer does not say how it is.</source>
        <translation>プリンターの応答がありません。</translation>
    </message>
    <message>
        <source>The sale is kept. Turn it off and on.</source>
        <translation>会計は記録済み。電源を入れ直してください。</translation>
    </message>
    <message>
        <source>The printer is out of paper.</source>
        <translation>プリンターの紙がありません。</translation>
    </message>
    <message>
        <source>The sale is kept. Put in a new roll.</source>
        <translation>会計は記録済み。紙を入れてください。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open.</source>
        <translation>プリンターのふたが開いています。</translation>
    </message>
    <message>
        <source>The sale is kept. Close it.</source>
        <translation>会計は記録済み。ふたを閉めてください。</translation>
    </message>
    <message>
        <source>The printer reports a fault.</source>
        <translation>プリンターのエラーです。</translation>
    </message>
    <message>
        <source>The sale is kept. Clear its cutter, turn it off and on.</source>
        <translation>会計は記録済み。カッターの紙を除き、電源を入れ直してください。</translation>
    </message>
    <message>
        <source>The paper may not be whole.</source>
        <translation>印刷が途中で切れたかもしれません。</translation>
    </message>
    <message>
        <source>The sale is kept. Look at what came out.</source>
        <translation>会計は記録済み。出てきた紙をご確認ください。</translation>
    </message>
    <message>
        <source>No printer is set up.</source>
        <translation>プリンターが設定されていません。</translation>
    </message>
    <message>
        <source>Choose one under Settings, Printer.</source>
        <translation>設定の「プリンター」で選んでください。</translation>
    </message>
    <message>
        <source>Something did not work.</source>
        <translation>うまくいきませんでした。</translation>
    </message>
    <message>
        <source>The cart is kept. The log says more.</source>
        <translation>カートは無事です。詳しくはログをご覧ください。</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>空きを作って、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>ディスクを確かめて、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>ディスクがいっぱいです。</translation>
    </message>
    <message>
        <source>Free some space and start again.</source>
        <translation>空きを作って、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The data of the shop cannot be opened.</source>
        <translation>お店のデータを開けません。</translation>
    </message>
    <message>
        <source>Look at the disk and the folder named below, then start again.</source>
        <translation>ディスクと、下に書かれたフォルダーを確かめて、もう一度起動してください。</translation>
    </message>
    <message>
        <source>The register cannot be opened.</source>
        <translation>レジを開けません。</translation>
    </message>
    <message>
        <source>Start again. If it stays so, show somebody the line below.</source>
        <translation>もう一度起動してください。直らないときは、下の1行を詳しい人に見せてください。</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>ファイル名</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
</context>
<context>
    <name>FormalPanel</name>
    <message>
        <source>Receipt made out to</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>宛名</translation>
    </message>
    <message>
        <source>For what; bread, if nothing is typed</source>
        <translation>但し書き（空欄なら「パン代」）</translation>
    </message>
    <message>
        <source>Make it out</source>
        <translation>発行する</translation>
    </message>
</context>
<context>
    <name>GalleryActions</name>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%Ln枚を選択中</numerusform>
        </translation>
    </message>
    <message>
        <source>Tap to choose</source>
        <translation>タップで選択</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>選択を解除</translation>
    </message>
    <message>
        <source>Choose all</source>
        <translation>すべて選ぶ</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>見くらべる</translation>
    </message>
    <message>
        <source>Look closely</source>
        <translation>大きく見る</translation>
    </message>
    <message>
        <source>Another bread</source>
        <translation>別のパンにする</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>復元する</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>GalleryFilters</name>
    <message>
        <source>Where a photo is from</source>
        <translation>写真の出どころ</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>How certain the register was</source>
        <translation>読み取りの確かさ</translation>
    </message>
    <message>
        <source>From anywhere</source>
        <translation>どこからでも</translation>
    </message>
    <message>
        <source>Photographed here</source>
        <translation>カメラで撮影</translation>
    </message>
    <message>
        <source>Corrected at the register</source>
        <translation>レジで直したパン</translation>
    </message>
    <message>
        <source>Learnt from a folder</source>
        <translation>フォルダーから学習</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>取り込み</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>いつでも</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>昨日から</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7日以内</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30日以内</translation>
    </message>
    <message>
        <source>Any certainty</source>
        <translation>確かさ不問</translation>
    </message>
    <message>
        <source>Doubtful: under 50%</source>
        <translation>あやしい：50%未満</translation>
    </message>
    <message>
        <source>50% to 90%</source>
        <translation>50%〜90%</translation>
    </message>
    <message>
        <source>Certain: over 90%</source>
        <translation>確か：90%以上</translation>
    </message>
</context>
<context>
    <name>GalleryPage</name>
    <message>
        <source>rather %1?</source>
        <translation>%1 では？</translation>
    </message>
    <message>
        <source>group %1</source>
        <translation>組 %1</translation>
    </message>
    <message>
        <source>The name fits to %1</source>
        <translation>名前の合い具合 %1</translation>
    </message>
    <message>
        <source>Folder with one folder a bread, or a COCO set</source>
        <translation>パンごとのフォルダーが入ったフォルダー、またはCOCO</translation>
    </message>
    <message>
        <source>Where to put the folder with the photos</source>
        <translation>写真のフォルダーを作る場所</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>すべての写真</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>取り込む…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>書き出す…</translation>
    </message>
    <message numerus="yes">
        <source>Importing… %n%</source>
        <translation>
            <numerusform>取り込み中… %Ln%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting… %n%</source>
        <translation>
            <numerusform>書き出し中… %Ln%</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Looking… %n% (stop)</source>
        <translation>
            <numerusform>調べています… %Ln%（やめる）</numerusform>
        </translation>
    </message>
    <message>
        <source>Look for mistakes</source>
        <translation>まちがいを探す</translation>
    </message>
    <message>
        <source>No photos here</source>
        <translation>ここに写真はありません</translation>
    </message>
    <message>
        <source>Photographs of your breads, and what is corrected at the register.</source>
        <translation>パンの撮影写真と、レジで直した写真が並びます。</translation>
    </message>
</context>
<context>
    <name>GalleryShelves</name>
    <message>
        <source>All photos</source>
        <translation>すべての写真</translation>
    </message>
    <message>
        <source>？ Perhaps wrong</source>
        <translation>？ 名前ちがいかも</translation>
    </message>
    <message>
        <source>Nearly the same</source>
        <translation>ほぼ同じ写真</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>削除した写真</translation>
    </message>
</context>
<context>
    <name>GlancePart</name>
    <message>
        <source>Best sellers (pieces)</source>
        <translation>よく売れた商品（個）</translation>
    </message>
    <message>
        <source>Nothing is sold yet.</source>
        <translation>まだ売上はありません。</translation>
    </message>
    <message>
        <source>Left over: </source>
        <translation>売れ残り：</translation>
    </message>
    <message>
        <source>named without asking: %1</source>
        <translation>確認なしで会計：%1</translation>
    </message>
    <message>
        <source>Nobody has counted yet</source>
        <translation>まだ数えていません</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation>
            <numerusform>売れ残り%Ln個</numerusform>
        </translation>
    </message>
    <message>
        <source>Net sales today</source>
        <translation>今日の純売上</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客数</translation>
    </message>
    <message>
        <source>%1 each</source>
        <translation>客単価 %1</translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>Waste</source>
        <translation>廃棄</translation>
    </message>
    <message>
        <source>no such weekday on record yet</source>
        <translation>同じ曜日の記録はまだありません</translation>
    </message>
    <message>
        <source>usually %1 by this time</source>
        <translation>いつものこの時刻は%1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>Mean of %n such weekday(s)</source>
        <translation>
            <numerusform>同じ曜日%Ln日の平均</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales by hour (yen)</source>
        <translation>時間帯別の売上（円）</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Help</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Opening the camera</source>
        <translation>カメラ準備中</translation>
    </message>
    <message>
        <source>Camera is good</source>
        <translation>カメラ良好</translation>
    </message>
    <message>
        <source>No camera</source>
        <translation>カメラなし</translation>
    </message>
</context>
<context>
    <name>HeldPanel</name>
    <message>
        <source>Carts on hold</source>
        <translation>保留中のカート</translation>
    </message>
    <message>
        <source>No cart is on hold.</source>
        <translation>保留中のカートはありません。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>What will change</source>
        <translation>取り込みの内容</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>新規%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>変更%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>変更なし%Ln件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) cannot be taken</source>
        <translation>
            <numerusform>読めない行%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns that are not read: %1</source>
        <translation>読まない列：%1</translation>
    </message>
    <message numerus="yes">
        <source>Take over %n product(s)</source>
        <translation>
            <numerusform>%Ln件を取り込む</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to take</source>
        <translation>取り込むものはありません</translation>
    </message>
    <message>
        <source>the list is as the file says</source>
        <translation>一覧はファイルのとおりです</translation>
    </message>
    <message>
        <source>！ Row %1: %2 “%3” cannot be read; mend it and import again</source>
        <translation>！ %1行目：%2「%3」を読み取れません。直してもう一度取り込んでください</translation>
    </message>
    <message>
        <source>＋ %1 ・ %2</source>
        <translation>＋ %1 ・ %2</translation>
    </message>
    <message>
        <source>on sale again</source>
        <translation>販売を再開</translation>
    </message>
</context>
<context>
    <name>Keypad</name>
    <message>
        <source>Delete the last digit</source>
        <translation>1桁消す</translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>Where it computes</source>
        <translation>計算する場所</translation>
    </message>
    <message>
        <source>Exactness of the numbers</source>
        <translation>計算の細かさ</translation>
    </message>
    <message>
        <source>Processor cores used</source>
        <translation>使うCPUコアの数</translation>
    </message>
    <message>
        <source>Number that chance begins with</source>
        <translation>乱数のはじめの数</translation>
    </message>
    <message>
        <source>Photos kept aside</source>
        <translation>確かめ用に残す写真</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Begin from what it knows</source>
        <translation>学習ずみの状態から始める</translation>
    </message>
    <message>
        <source>Begin from a file</source>
        <translation>ファイルから始める</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>How mistakes are counted</source>
        <translation>間違いの数え方</translation>
    </message>
    <message>
        <source>Doubt in the labels</source>
        <translation>名前への疑い</translation>
    </message>
    <message>
        <source>How it learns from mistakes</source>
        <translation>間違いからの学び方</translation>
    </message>
    <message>
        <source>Size of a learning step</source>
        <translation>一歩の大きさ</translation>
    </message>
    <message>
        <source>Step of the earlier layers</source>
        <translation>手前の層の一歩</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>勢い（モーメンタム）</translation>
    </message>
    <message>
        <source>Restraint</source>
        <translation>おさえ（重み減衰）</translation>
    </message>
    <message>
        <source>Photos a step</source>
        <translation>一歩に使う写真の枚数</translation>
    </message>
    <message>
        <source>Rounds of the last layer alone</source>
        <translation>最後の層だけの回数</translation>
    </message>
    <message>
        <source>Rounds over all photos</source>
        <translation>全部の写真をくり返す回数</translation>
    </message>
    <message>
        <source>How much of it learns</source>
        <translation>学ぶ部分の広さ</translation>
    </message>
    <message>
        <source>Vary the photos</source>
        <translation>写真に変化をつける</translation>
    </message>
    <message>
        <source>Lay photos over each other</source>
        <translation>写真を重ねる強さ</translation>
    </message>
    <message>
        <source>Rounds of patience</source>
        <translation>待つ回数</translation>
    </message>
    <message>
        <source>Widths of the hidden layers</source>
        <translation>中間層の幅</translation>
    </message>
    <message>
        <source>auto, cpu, mps or cuda; cuda:1 is the second card.</source>
        <translation>auto・cpu・mps・cuda のどれか。cuda:1 は2枚目のボードです。</translation>
    </message>
    <message>
        <source>mixed is faster on graphics cards.</source>
        <translation>mixed はGPUで速くなります。</translation>
    </message>
    <message>
        <source>The register needs the others.</source>
        <translation>残りはレジが使います。</translation>
    </message>
    <message>
        <source>The same number gives the same training.</source>
        <translation>同じ数なら同じ学習になります。</translation>
    </message>
    <message>
        <source>To test with; 0.3 is three in ten.</source>
        <translation>学習の結果を確かめます。0.3 は10枚のうち3枚です。</translation>
    </message>
    <message>
        <source>The register&apos;s own is the first.</source>
        <translation>ふだんレジが使うのは一番上です。</translation>
    </message>
    <message>
        <source>It has seen photographs before, and needs fewer.</source>
        <translation>写真を見慣れているので、少ない枚数で学べます。</translation>
    </message>
    <message>
        <source>Of weights: .safetensors or .pt; may be left empty.</source>
        <translation>重みのファイル（.safetensors・.pt）。空でもかまいません。</translation>
    </message>
    <message>
        <source>In pixels, by 32: 224. Empty: as at the counter.</source>
        <translation>32きざみのピクセル数（例 224）。空ならレジと同じです。</translation>
    </message>
    <message>
        <source>cross_entropy is the usual one.</source>
        <translation>ふつうは cross_entropy です。</translation>
    </message>
    <message>
        <source>0 to 1; forgives a few wrong labels.</source>
        <translation>0〜1。名前の付け間違いが少しあっても学べます。</translation>
    </message>
    <message>
        <source>adamw is the usual one.</source>
        <translation>ふつうは adamw です。</translation>
    </message>
    <message>
        <source>Such as 0.001. Empty: what is usual.</source>
        <translation>例 0.001。空ならふつうの値です。</translation>
    </message>
    <message>
        <source>As a share of the last layer&apos;s; 1 is the same.</source>
        <translation>最後の層に対する割合。1 で同じになります。</translation>
    </message>
    <message>
        <source>0 to 1; for sgd only.</source>
        <translation>0〜1。sgd のときだけ使います。</translation>
    </message>
    <message>
        <source>Keeps it from learning single photos by heart.</source>
        <translation>写真の丸暗記を防ぎます。</translation>
    </message>
    <message>
        <source>More need more memory.</source>
        <translation>多いほどメモリーを使います。</translation>
    </message>
    <message>
        <source>Quick ones, before the others.</source>
        <translation>ほかより先に行う、短い学習です。</translation>
    </message>
    <message>
        <source>More take longer.</source>
        <translation>多いほど時間がかかります。</translation>
    </message>
    <message>
        <source>Last parts of the network; the others stay.</source>
        <translation>後ろから何段を学ばせるか。ほかはそのままです。</translation>
    </message>
    <message>
        <source>Turned, cropped and lit differently each round.</source>
        <translation>毎回、向き・切り取り・明るさを変えて見せます。</translation>
    </message>
    <message>
        <source>0 to 1; 0 for not at all.</source>
        <translation>0〜1。0 で重ねません。</translation>
    </message>
    <message>
        <source>Without getting better, before it ends early.</source>
        <translation>よくならないまま何回たったら早めに終えるか。</translation>
    </message>
    <message>
        <source>For mlp only: numbers with spaces between.</source>
        <translation>mlp のときだけ。数を空白で区切ります。</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
</context>
<context>
    <name>LineTools</name>
    <message>
        <source>Takeout</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>Eat in</source>
        <translation>店内</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>割引</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>ManualPage</name>
    <message>
        <source>Manual</source>
        <translation>使い方</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <translation>使い方をさがす</translation>
    </message>
    <message>
        <source>Nothing is said about that. Try another word.</source>
        <translation>見つかりません。別の言葉でお試しください。</translation>
    </message>
</context>
<context>
    <name>ModelComparison</name>
    <message>
        <source>✓ No bread that was compared got worse. The new one can be used.</source>
        <translation>✓ 比べたパンに、悪くなったものはありません。新しい方を使えます。</translation>
    </message>
    <message>
        <source>✓ No bread got worse. The new one can be used.</source>
        <translation>✓ 悪くなったパンはありません。新しい方を使えます。</translation>
    </message>
    <message>
        <source>！ Got worse, more than by chance: %1</source>
        <translation>！ 偶然とは言えないほど悪くなりました：%1</translation>
    </message>
    <message>
        <source>Named right: %1 → &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>正しく当てた割合：%1 → &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Sure without asking: %1 → &lt;b&gt;%2&lt;/b&gt;</source>
        <translation>確認なしで会計：%1 → &lt;b&gt;%2&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Look at it whole</source>
        <translation>くわしく見る</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで決める</translation>
    </message>
    <message>
        <source>Use the new one</source>
        <translation>新しい方を使う</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>今のままにする</translation>
    </message>
    <message>
        <source>Both are kept</source>
        <translation>どちらも残ります</translation>
    </message>
    <message>
        <source>all breads together</source>
        <translation>すべてのパンの合計</translation>
    </message>
    <message numerus="yes">
        <source>%n bread(s) had too few photos to be compared</source>
        <translation>
            <numerusform>写真が少なく、比べられなかったパン %Ln種類</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) could not be learnt from</source>
        <translation>
            <numerusform>学習に使えなかった写真 %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>パン</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>今まで</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>新しい方</translation>
    </message>
</context>
<context>
    <name>MorePanel</name>
    <message>
        <source>More</source>
        <translation>その他</translation>
    </message>
    <message>
        <source>Note and customers</source>
        <translation>メモ・人数</translation>
    </message>
    <message>
        <source>Carts on hold</source>
        <translation>保留中のカート</translation>
    </message>
    <message>
        <source>Receipts, voids, refunds</source>
        <translation>レシート・取消・返金</translation>
    </message>
    <message>
        <source>Cash in and out</source>
        <translation>入金・出金</translation>
    </message>
    <message>
        <source>X and Z reports</source>
        <translation>点検・精算</translation>
    </message>
</context>
<context>
    <name>NewPinPad</name>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>このPINにする</translation>
    </message>
    <message>
        <source>The two were not the same. Begin again.</source>
        <translation>2回の入力が違います。最初からどうぞ。</translation>
    </message>
    <message>
        <source>A PIN has 4 to 8 digits.</source>
        <translation>PINは4〜8桁の数字です。</translation>
    </message>
    <message>
        <source>One digit over and over is guessed first. Choose another PIN.</source>
        <translation>同じ数字だけのPINは推測されやすいので使えません。</translation>
    </message>
    <message>
        <source>Digits in order are guessed first. Choose another PIN.</source>
        <translation>数字が順に並ぶPINは推測されやすいので使えません。</translation>
    </message>
    <message>
        <source>A pattern is guessed first. Choose another PIN.</source>
        <translation>くり返しのPINは推測されやすいので使えません。</translation>
    </message>
    <message>
        <source>The same PIN once more</source>
        <translation>同じPINをもう一度</translation>
    </message>
    <message>
        <source>Choose a PIN of 4 to 8 digits</source>
        <translation>PINを決めてください（4〜8桁）</translation>
    </message>
</context>
<context>
    <name>NoPicture</name>
    <message>
        <source>No picture from the camera</source>
        <translation>カメラの映像がありません</translation>
    </message>
    <message>
        <source>Opening the camera…</source>
        <translation>カメラを準備しています…</translation>
    </message>
    <message>
        <source>You can sell by hand with “+ Product”</source>
        <translation>「＋ 商品」から手入力で会計できます</translation>
    </message>
</context>
<context>
    <name>NotesPanel</name>
    <message>
        <source>Note and customers</source>
        <translation>メモ・人数</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Note, printed on the receipt</source>
        <translation>メモ（レシートに印字）</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>決定</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Its total is %1.</source>
        <translation>合計 %1</translation>
    </message>
    <message>
        <source>A cart was not paid when the register stopped.</source>
        <translation>前回のお会計が終わっていません。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>The paper is ready.</source>
        <translation>発行しました。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Discard the cart of %1?</source>
        <translation>%1のカートを破棄しますか？</translation>
    </message>
    <message>
        <source>It cannot be taken up again.</source>
        <translation>元には戻せません。</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>残す</translation>
    </message>
    <message>
        <source>The register has learnt from the photos.</source>
        <translation>写真からの学習が終わりました。</translation>
    </message>
    <message>
        <source>Learning from the photos did not work.</source>
        <translation>写真からの学習ができませんでした。</translation>
    </message>
    <message>
        <source>See whether the new one is better, and choose.</source>
        <translation>新しい版がよいか確かめて選んでください。</translation>
    </message>
    <message>
        <source>Nothing has changed. See why.</source>
        <translation>何も変わっていません。理由を確かめてください。</translation>
    </message>
    <message>
        <source>See</source>
        <translation>確かめる</translation>
    </message>
    <message>
        <source>The register learns from the photos now.</source>
        <translation>写真からの学習を始めました。</translation>
    </message>
    <message>
        <source>The window may be closed, but leave the computer on.</source>
        <translation>この画面は閉じてかまいませんが、パソコンの電源は切らないでください。</translation>
    </message>
    <message>
        <source>The set-up is not finished.</source>
        <translation>はじめの設定が途中です。</translation>
    </message>
    <message>
        <source>Go on now, or any time in the settings.</source>
        <translation>今でも、あとから［設定］でも続けられます。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>The clock is behind the last sale.</source>
        <translation>時計が最後の会計より前を指しています。</translation>
    </message>
    <message>
        <source>Check the computer&apos;s date and time. Closed days stay closed.</source>
        <translation>パソコンの日付と時刻を確認してください。精算済みの日は変わりません。</translation>
    </message>
    <message>
        <source>An earlier day is not closed yet.</source>
        <translation>精算していない日があります。</translation>
    </message>
    <message>
        <source>Close it under More, before the drawer fills again.</source>
        <translation>「その他」の「点検・精算」で、販売を始める前に精算してください。</translation>
    </message>
    <message>
        <source>No float is entered for today yet.</source>
        <translation>今日の釣銭準備金がまだ入力されていません。</translation>
    </message>
    <message>
        <source>Without it the count at closing will not match.</source>
        <translation>入力しないと、閉店時に過不足が出ます。</translation>
    </message>
    <message>
        <source>The registration number may have a slip.</source>
        <translation>登録番号に誤りがあるかもしれません。</translation>
    </message>
    <message>
        <source>Its check digit is wrong. Compare it with the tax office&apos;s.</source>
        <translation>検査用数字が合いません。国税庁の通知と見比べてください。</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>入力する</translation>
    </message>
    <message>
        <source>None today</source>
        <translation>今日はなし</translation>
    </message>
    <message>
        <source>Float recorded: %1</source>
        <translation>釣銭準備 %1 を記録しました</translation>
    </message>
    <message>
        <source>Paid in: %1</source>
        <translation>入金 %1 を記録しました</translation>
    </message>
    <message>
        <source>Paid out: %1</source>
        <translation>出金 %1 を記録しました</translation>
    </message>
    <message>
        <source>The drawer was opened.</source>
        <translation>ドロワーを開けました</translation>
    </message>
    <message>
        <source>Charge what was taken off</source>
        <translation>減った分も会計</translation>
    </message>
    <message>
        <source>The tray has changed and was read again.</source>
        <translation>トレーが変わったので読み直しました。</translation>
    </message>
    <message>
        <source>Charge it</source>
        <translation>会計に加える</translation>
    </message>
    <message>
        <source>Something was added to a tray already done.</source>
        <translation>処理済みのトレーに商品が増えました。</translation>
    </message>
    <message>
        <source>The tray already done was moved about.</source>
        <translation>会計済みのトレーの並びが変わりました。</translation>
    </message>
    <message>
        <source>Is it the next customer&apos;s, with the same breads?</source>
        <translation>同じパンの、次のお客さまですか？</translation>
    </message>
    <message>
        <source>Charge it anew</source>
        <translation>新しく会計する</translation>
    </message>
    <message>
        <source>It is the same tray</source>
        <translation>同じトレー</translation>
    </message>
    <message>
        <source>This cart still had questions.</source>
        <translation>確認の残っていたカートです。</translation>
    </message>
    <message>
        <source>Check its lines, and add what is missing.</source>
        <translation>内容を確認し、足りない商品を加えてください。</translation>
    </message>
    <message>
        <source>The cart was put on hold.</source>
        <translation>カートを保留にしました。</translation>
    </message>
    <message>
        <source>It waits under “Held”.</source>
        <translation>「保留中」から続けられます。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>見る</translation>
    </message>
    <message>
        <source>The previous cart is on hold.</source>
        <translation>前のカートを保留にしました。</translation>
    </message>
    <message>
        <source>Is this a second tray of the same customer?</source>
        <translation>同じお客様の2枚目のトレーですか？</translation>
    </message>
    <message>
        <source>Same customer</source>
        <translation>同じお客様</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>別のお客様</translation>
    </message>
    <message>
        <source>The disk refuses to keep this cart.</source>
        <translation>カートをディスクに保存できません。</translation>
    </message>
    <message>
        <source>Selling goes on; a power cut would lose the cart.</source>
        <translation>会計は続けられますが、停電するとカートが消えます。</translation>
    </message>
</context>
<context>
    <name>OpeningWindow</name>
    <message>
        <source>The register is being opened</source>
        <translation>レジを開いています</translation>
    </message>
    <message>
        <source>Selling begins in a moment.</source>
        <translation>まもなく販売を始められます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>OwnerForm</name>
    <message>
        <source>Type the name first.</source>
        <translation>先に名前を入力してください。</translation>
    </message>
    <message>
        <source>Type the name, then Enter.</source>
        <translation>名前を入力してEnterを押してください。</translation>
    </message>
    <message>
        <source>The owner&apos;s name</source>
        <translation>オーナーの名前</translation>
    </message>
    <message>
        <source>as receipts print it</source>
        <translation>レシートに載る名前</translation>
    </message>
</context>
<context>
    <name>OwnerPanel</name>
    <message>
        <source>The owner&apos;s PIN</source>
        <translation>オーナーのPIN</translation>
    </message>
    <message>
        <source>It allows voids, refunds and new prices.</source>
        <translation>取消・返金・値段の変更の承認に使います。</translation>
    </message>
</context>
<context>
    <name>OwnerStep</name>
    <message>
        <source>The owner&apos;s PIN</source>
        <translation>オーナーのPIN</translation>
    </message>
    <message>
        <source>It allows voids, refunds and new prices, and lets others in. It can be made later, too.</source>
        <translation>取消・返品・値段の変更を許可し、ほかの人を登録するときに使います。あとから決めることもできます。</translation>
    </message>
    <message>
        <source>%1 is the owner.</source>
        <translation>%1 さんがオーナーです。</translation>
    </message>
</context>
<context>
    <name>PanelHead</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>PastSalePanel</name>
    <message>
        <source>takeout</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>eat in</source>
        <translation>店内</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>残り%Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Reprint</source>
        <translation>再発行</translation>
    </message>
    <message>
        <source>Made out</source>
        <translation>領収書</translation>
    </message>
    <message>
        <source>The tray as it was</source>
        <translation>会計時のトレー</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>As it was paid</source>
        <translation>元の支払方法で</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>現金で</translation>
    </message>
    <message>
        <source>needs a reason</source>
        <translation>理由が必要</translation>
    </message>
    <message>
        <source>Voided: %1</source>
        <translation>取消済み：%1</translation>
    </message>
    <message>
        <source>Some of it was paid back: %1</source>
        <translation>一部返金済み：%1</translation>
    </message>
    <message>
        <source>All of it was paid back: %1</source>
        <translation>返金済み：%1</translation>
    </message>
    <message>
        <source>give a reason</source>
        <translation>理由を入力してください</translation>
    </message>
    <message>
        <source>Void it all</source>
        <translation>全部を取消</translation>
    </message>
    <message>
        <source>choose items</source>
        <translation>商品を選んでください</translation>
    </message>
    <message numerus="yes">
        <source>Refund %n item(s)</source>
        <translation>
            <numerusform>%Ln点を返金</numerusform>
        </translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
</context>
<context>
    <name>PaymentPanel</name>
    <message>
        <source>Payment</source>
        <translation>お会計</translation>
    </message>
    <message>
        <source>Eat in</source>
        <translation>店内</translation>
    </message>
    <message>
        <source>Takeout</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>Due ・ %1</source>
        <translation>合計 ・ %1</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>お預り</translation>
    </message>
    <message>
        <source>Customer&apos;s name</source>
        <translation>お客様名</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>ちょうど</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>お釣りなし</translation>
    </message>
    <message>
        <source>part</source>
        <translation>一部</translation>
    </message>
    <message>
        <source>%1 back</source>
        <translation>お釣り %1</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>お預り</translation>
    </message>
    <message>
        <source>type the customer&apos;s name</source>
        <translation>お客様名を入力してください</translation>
    </message>
    <message>
        <source>choose or type an amount</source>
        <translation>金額を選ぶか入力してください</translation>
    </message>
    <message>
        <source>more than is due</source>
        <translation>お会計より多い金額です</translation>
    </message>
    <message>
        <source>Receive a part</source>
        <translation>一部を受け取る</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>残り %1</translation>
    </message>
    <message>
        <source>Really %1?</source>
        <translation>本当に%1？</translation>
    </message>
    <message>
        <source>then press again</source>
        <translation>もう一度押す</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>お釣り %1</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Cashier</source>
        <translation>レジ担当</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>オーナー</translation>
    </message>
    <message>
        <source>Sells and closes the day.</source>
        <translation>販売と精算ができます。</translation>
    </message>
    <message>
        <source>Also voids, refunds, discounts, prices, drawer.</source>
        <translation>取消・返金・割引・値段の変更・ドロワーも承認できます。</translation>
    </message>
    <message>
        <source>Also looks after the people.</source>
        <translation>スタッフの追加や変更もできます。</translation>
    </message>
    <message>
        <source>Voiding a sale</source>
        <translation>売上の取消</translation>
    </message>
    <message>
        <source>A refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>So large a discount</source>
        <translation>この大きさの割引</translation>
    </message>
    <message>
        <source>Changing a price</source>
        <translation>値段の変更</translation>
    </message>
    <message>
        <source>Opening the drawer without a sale</source>
        <translation>会計なしでドロワーを開けること</translation>
    </message>
    <message>
        <source>Paying cash in or out</source>
        <translation>入金・出金</translation>
    </message>
    <message>
        <source>Closing the day</source>
        <translation>精算</translation>
    </message>
    <message>
        <source>Changing this setting</source>
        <translation>この設定の変更</translation>
    </message>
    <message>
        <source>Looking after the people</source>
        <translation>スタッフの変更</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Nobody yet. The owner comes first: a name and a PIN.</source>
        <translation>まだだれもいません。まずオーナーの名前とPINを決めてください。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1さんを保存しました。</translation>
    </message>
    <message>
        <source>%1 works here no longer.</source>
        <translation>%1さんを退職にしました。</translation>
    </message>
    <message>
        <source>%1 can sign in now.</source>
        <translation>%1さんはレジに入れます。</translation>
    </message>
    <message>
        <source>%1 has a new PIN.</source>
        <translation>%1さんのPINを変えました。</translation>
    </message>
    <message>
        <source>%1 is the owner.</source>
        <translation>%1さんがオーナーです。</translation>
    </message>
    <message>
        <source>has left</source>
        <translation>退職</translation>
    </message>
    <message>
        <source>People</source>
        <translation>スタッフ</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>スタッフを追加</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>type a name</source>
        <translation>名前を入力してください</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>変更はありません</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>新しいスタッフ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>as receipts print it</source>
        <translation>レシートに載る名前</translation>
    </message>
    <message>
        <source>Works here no longer. Old receipts keep the name.</source>
        <translation>退職しています。以前のレシートの名前は残ります。</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>PINを変える</translation>
    </message>
    <message>
        <source>Leaves the shop</source>
        <translation>退職にする</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Next: the PIN</source>
        <translation>次へ（PIN）</translation>
    </message>
    <message>
        <source>Works here again</source>
        <translation>復職にする</translation>
    </message>
</context>
<context>
    <name>PhotoCompare</name>
    <message>
        <source>Side by side</source>
        <translation>見くらべる</translation>
    </message>
    <message>
        <source>One photo</source>
        <translation>写真を見る</translation>
    </message>
</context>
<context>
    <name>PhotoTransfer</name>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Import photos</source>
        <translation>写真を取り込む</translation>
    </message>
    <message>
        <source>Export photos</source>
        <translation>写真を書き出す</translation>
    </message>
    <message>
        <source>%1: it is damaged, or no picture</source>
        <translation>%1：壊れているか、写真ではありません</translation>
    </message>
    <message>
        <source>%1: it is no picture</source>
        <translation>%1：写真ではありません</translation>
    </message>
    <message>
        <source>%1: there are no photos of it</source>
        <translation>%1：写真がありません</translation>
    </message>
    <message>
        <source>%1: it fits no picture and no bread of the list</source>
        <translation>%1：合う写真とパンが一覧にありません</translation>
    </message>
    <message>
        <source>%1: this cannot be the name of a bread</source>
        <translation>%1：パンの名前にできません</translation>
    </message>
    <message>
        <source>%1: one photo only; five of each is good</source>
        <translation>%1：写真が1枚だけです。5枚あると安心です</translation>
    </message>
    <message>
        <source>%1: it could not be copied</source>
        <translation>%1：書き出せませんでした</translation>
    </message>
    <message>
        <source>The register goes on selling meanwhile.</source>
        <translation>その間も会計を続けられます。</translation>
    </message>
    <message numerus="yes">
        <source>✓ %n photo(s) imported.</source>
        <translation>
            <numerusform>✓ 写真%Ln枚を取り込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %n photo(s) exported.</source>
        <translation>
            <numerusform>✓ 写真%Ln枚を書き出しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>The register knows them after the next training. New breads get their price under Products.</source>
        <translation>レジが見分けるのは、次の学習からです。新しいパンの値段は「商品」で決めます。</translation>
    </message>
    <message numerus="yes">
        <source>Please look at %n thing(s):</source>
        <translation>
            <numerusform>確認してください（%Ln件）：</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled. What was done by then stays.</source>
        <translation>中止しました。それまでの分は残ります。</translation>
    </message>
    <message>
        <source>It did not work.</source>
        <translation>うまくいきませんでした。</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>残り約%Ln分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotographNext</name>
    <message>
        <source>Photograph these next</source>
        <translation>次に撮るとよいパン</translation>
    </message>
    <message>
        <source>✓ Every bread has photos enough.</source>
        <translation>✓ どのパンも写真は十分です。</translation>
    </message>
    <message>
        <source>taken for %1</source>
        <translation>%1と間違えやすい</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) so far</source>
        <translation>
            <numerusform>まだ%Ln枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotosHome</name>
    <message>
        <source>Photograph a bread</source>
        <translation>パンの写真を撮る</translation>
    </message>
    <message>
        <source>Type the name of a new one, or tap a bread to take more photos of it.</source>
        <translation>新しいパンは名前を入力してください。写真を追加するパンは下から選んでください。</translation>
    </message>
    <message>
        <source>Type the name of your first bread.</source>
        <translation>はじめのパンの名前を入力してください。</translation>
    </message>
    <message>
        <source>Name of the bread</source>
        <translation>パンの名前</translation>
    </message>
    <message>
        <source>Photograph</source>
        <translation>撮影する</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>すべての写真</translation>
    </message>
    <message numerus="yes">
        <source>%n correction(s) to check</source>
        <translation>
            <numerusform>直した写真 %Ln枚を確認</numerusform>
        </translation>
    </message>
    <message>
        <source>Corrections</source>
        <translation>直した写真</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Trained for comparison only; nothing changes.</source>
        <translation>比較のために学習しました。お店では何も変わりません。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing has changed.</source>
        <translation>中止しました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It was interrupted. Start it again.</source>
        <translation>途中で止まりました。もう一度始めてください。</translation>
    </message>
    <message>
        <source>It did not work; nothing has changed.</source>
        <translation>学習できませんでした。何も変わっていません。</translation>
    </message>
    <message>
        <source>In use from the next tray on.</source>
        <translation>次のトレーから使います。</translation>
    </message>
</context>
<context>
    <name>PictureCheck</name>
    <message>
        <source>No picture comes yet.</source>
        <translation>まだ画像が来ていません。</translation>
    </message>
    <message>
        <source>It is too dark: switch on a light.</source>
        <translation>暗すぎます。照明をつけてください。</translation>
    </message>
    <message>
        <source>It is too bright: turn the light or the camera away.</source>
        <translation>明るすぎます。照明かカメラの向きを変えてください。</translation>
    </message>
    <message>
        <source>The picture moves: fasten the camera, and keep hands away.</source>
        <translation>画像が動いています。カメラを固定し、手を離してください。</translation>
    </message>
    <message>
        <source>The picture is still and bright enough ✓</source>
        <translation>画像は静止していて、明るさも十分です ✓</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>One moment…</source>
        <translation>少々お待ちください…</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. %n second(s) to wait.</source>
        <translation>
            <numerusform>PINの間違いが続きました。あと%Ln秒お待ちください。</numerusform>
        </translation>
    </message>
    <message>
        <source>4 to 8 digits</source>
        <translation>4〜8桁</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>PinPanel</name>
    <message>
        <source>Lock the register</source>
        <translation>レジをロックする</translation>
    </message>
    <message>
        <source>somebody else F10</source>
        <translation>ほかの人 F10</translation>
    </message>
</context>
<context>
    <name>PlaceSwitch</name>
    <message>
        <source>Takeout</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>Eat in</source>
        <translation>店内</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Practice ・ nothing counts, no sale is real ・ PIN %1</source>
        <translation>練習モード ・ ここでの会計は売上に入りません ・ PIN %1</translation>
    </message>
</context>
<context>
    <name>PracticePage</name>
    <message>
        <source>A counter with simulated bread opens in its own window. Sell, void and close the day as often as you like: nothing counts. Screens and slips say that it is practice.</source>
        <translation>練習用のカウンターが別のウィンドウで開きます。会計も取消も精算も、何度でも試せます。売上には入らず、画面とレシートに「練習」と表示されます。</translation>
    </message>
    <message>
        <source>It opens in a few seconds. This register goes on as it is.</source>
        <translation>数秒で開きます。このレジはそのまま使えます。</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>練習モード</translation>
    </message>
    <message>
        <source>Begin to practise</source>
        <translation>練習をはじめる</translation>
    </message>
</context>
<context>
    <name>PriceCardsCard</name>
    <message>
        <source>Price cards</source>
        <translation>値札</translation>
    </message>
    <message>
        <source>Cards of the products in the list: search or choose a category for fewer. Name in both languages, price with tax, allergens.</source>
        <translation>一覧に出ている商品の値札です。検索やカテゴリーで絞れます。日英の商品名・税込価格・アレルゲン入り。</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Large, 8 a sheet</source>
        <translation>大（1枚に8）</translation>
    </message>
    <message>
        <source>Small, 24 a sheet</source>
        <translation>小（1枚に24）</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s)</source>
        <translation>
            <numerusform>%Ln枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) of A4</source>
        <translation>
            <numerusform>A4 %Lnページ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a price: no card.</source>
        <translation>
            <numerusform>価格のない%Ln商品は値札を作りません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDFに保存</translation>
    </message>
    <message>
        <source>nothing to print</source>
        <translation>印刷するものがありません</translation>
    </message>
</context>
<context>
    <name>PricePanel</name>
    <message>
        <source>Price</source>
        <translation>価格</translation>
    </message>
    <message>
        <source>Tax included. It holds from now on.</source>
        <translation>税込の価格です。これからの会計に使います。</translation>
    </message>
    <message>
        <source>Set price</source>
        <translation>価格を入力</translation>
    </message>
    <message>
        <source>type an amount</source>
        <translation>金額を入力してください</translation>
    </message>
</context>
<context>
    <name>PrinterForm</name>
    <message>
        <source>A test page is being made…</source>
        <translation>テスト印刷中…</translation>
    </message>
    <message>
        <source>The test page is printed ✓</source>
        <translation>テスト印刷できました ✓</translation>
    </message>
    <message>
        <source>Kept as %1 ✓</source>
        <translation>%1 に保存しました ✓</translation>
    </message>
    <message>
        <source>The test page is printed ✓ The roll is nearly used up.</source>
        <translation>テスト印刷できました ✓ 紙が残りわずかです。</translation>
    </message>
    <message>
        <source>Nothing is saved yet: look at the marked lines.</source>
        <translation>まだ保存していません。印のある行を直してください。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>As its self-test prints it, such as 192.168.1.50.</source>
        <translation>プリンターの自己印字にある番号。例：192.168.1.50</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>機器</translation>
    </message>
    <message>
        <source>Its file, such as /dev/usb/lp0. On Windows use the network.</source>
        <translation>機器ファイル。例：/dev/usb/lp0。Windowsではネットワークをお使いください。</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Empty: “papers” in the shop&apos;s own folder.</source>
        <translation>空欄なら、お店のフォルダーの「papers」。</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>テスト印刷</translation>
    </message>
    <message>
        <source>Make a test page</source>
        <translation>テストページを作る</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Receipts go to</source>
        <translation>レシートの出力先</translation>
    </message>
    <message>
        <source>Without a printer, single receipts become files.</source>
        <translation>プリンターがなければ、必要なものだけファイルに保存します。</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>ネットワーク</translation>
    </message>
    <message>
        <source>Cable</source>
        <translation>ケーブル</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>ポート</translation>
    </message>
    <message>
        <source>Nearly always 9100.</source>
        <translation>ほとんどの場合 9100。</translation>
    </message>
    <message>
        <source>Width of the roll</source>
        <translation>紙の幅</translation>
    </message>
    <message>
        <source>A receipt comes</source>
        <translation>レシートの発行</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>毎回</translation>
    </message>
    <message>
        <source>On asking</source>
        <translation>求められたら</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>しない</translation>
    </message>
    <message>
        <source>Open the drawer on cash</source>
        <translation>現金のときドロワーを開く</translation>
    </message>
    <message>
        <source>On</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>切</translation>
    </message>
    <message>
        <source>The printer says whether it has paper</source>
        <translation>プリンターが紙の有無を知らせる</translation>
    </message>
    <message>
        <source>Off only for one that never answers.</source>
        <translation>応答しない機種だけ「切」にします。</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Receipts not printed yet: %1</source>
        <translation>まだ印刷していないレシート：%1枚</translation>
    </message>
    <message>
        <source>Print them, or go on without them.</source>
        <translation>印刷するか、不要にするかを選んでください。</translation>
    </message>
    <message>
        <source>%1 receipts wait.</source>
        <translation>残り%1枚。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>もう一度印刷</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>不要</translation>
    </message>
</context>
<context>
    <name>ProductCard</name>
    <message>
        <source>Sell again</source>
        <translation>販売を再開</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>変更はありません</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>休止</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新しい商品</translation>
    </message>
</context>
<context>
    <name>ProductChoice</name>
    <message>
        <source>Which bread is it?</source>
        <translation>どのパンですか？</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>名前でさがす</translation>
    </message>
</context>
<context>
    <name>ProductForm</name>
    <message>
        <source>The price is whole yen, such as 180.</source>
        <translation>価格は「180」のように円で入力してください。</translation>
    </message>
    <message>
        <source>Write the day like 2026-12-01.</source>
        <translation>日付は「2026-12-01」のように、今日以降で入力してください。</translation>
    </message>
    <message>
        <source>Write the season like 10-01〜12-31, or leave it empty.</source>
        <translation>販売期間は 10-01〜12-31 のように入れるか、空にしてください。</translation>
    </message>
    <message>
        <source>A name has 1 to 60 characters on one line; a barcode at most 20 letters and digits.</source>
        <translation>商品名は1〜60文字で入力してください。バーコードは20桁までの英数字です。</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%2から%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Reading in kana</source>
        <translation>よみ（かな）</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英語名</translation>
    </message>
    <message>
        <source>Price, tax included</source>
        <translation>税込価格</translation>
    </message>
    <message>
        <source>e.g. 180</source>
        <translation>例：180</translation>
    </message>
    <message>
        <source>Holds from</source>
        <translation>価格の適用日</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>カテゴリー</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>Season, every year</source>
        <translation>販売期間（毎年）</translation>
    </message>
    <message>
        <source>all year; e.g. 10-01〜12-31</source>
        <translation>通年。例 10-01〜12-31</translation>
    </message>
    <message>
        <source>Tax class</source>
        <translation>税区分</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Not food</source>
        <translation>食品以外</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>非課税</translation>
    </message>
    <message>
        <source>Sold out today</source>
        <translation>今日は売り切れ</translation>
    </message>
    <message>
        <source>Drop the planned price</source>
        <translation>予定の価格を取り消す</translation>
    </message>
    <message>
        <source>Allergens</source>
        <translation>アレルゲン</translation>
    </message>
</context>
<context>
    <name>ProductGrid</name>
    <message>
        <source>No product with these letters.</source>
        <translation>見つかりません。</translation>
    </message>
    <message>
        <source>The shop has no products yet.</source>
        <translation>まだ商品がありません。</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>名前でさがす</translation>
    </message>
    <message>
        <source>Which product is this?</source>
        <translation>どの商品ですか？</translation>
    </message>
    <message>
        <source>Change to which product?</source>
        <translation>どの商品に変えますか？</translation>
    </message>
    <message>
        <source>Add a product</source>
        <translation>商品を追加</translation>
    </message>
</context>
<context>
    <name>ProductPapers</name>
    <message>
        <source>Import products</source>
        <translation>商品の取り込み</translation>
    </message>
    <message>
        <source>Export products</source>
        <translation>商品の書き出し</translation>
    </message>
    <message>
        <source>Save price cards</source>
        <translation>値札を保存</translation>
    </message>
</context>
<context>
    <name>ProductsBar</name>
    <message>
        <source>Search by name</source>
        <translation>名前・よみでさがす</translation>
    </message>
    <message>
        <source>Name, kana or romaji</source>
        <translation>名前・よみでさがす</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休止中</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>取込</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書出</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>値札</translation>
    </message>
    <message>
        <source>New</source>
        <translation>追加</translation>
    </message>
</context>
<context>
    <name>ProductsPage</name>
    <message>
        <source>New</source>
        <translation>新しい商品</translation>
    </message>
    <message>
        <source>Not saved yet. Save it, or tap again to drop it.</source>
        <translation>まだ保存していません。保存するか、もう一度押すと変更を破棄します。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1を保存しました。</translation>
    </message>
    <message>
        <source>It is off the list. “Off” shows it, to sell it again.</source>
        <translation>販売を休止しました。「休止中」から再開できます。</translation>
    </message>
    <message numerus="yes">
        <source>%n product(s) are taken over.</source>
        <translation>
            <numerusform>%Ln件を取り込みました。</numerusform>
        </translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>What you typed is kept; save it again.</source>
        <translation>入力した内容は残っています。もう一度保存してください。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました：%1</translation>
    </message>
    <message>
        <source>No product with these letters</source>
        <translation>見つかりませんでした</translation>
    </message>
    <message>
        <source>Kana, kanji, romaji and barcodes are all looked at.</source>
        <translation>かな・漢字・ローマ字・バーコードでさがせます。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>すべて表示</translation>
    </message>
    <message>
        <source>Nothing is off the list</source>
        <translation>休止中の商品はありません</translation>
    </message>
    <message>
        <source>What is out of season can be taken off, and sold again next year.</source>
        <translation>季節の終わった商品を休止しておくと、来年また再開できます。</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>一覧に戻る</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>まだ商品がありません</translation>
    </message>
    <message>
        <source>Add the first one, or import a list from a spreadsheet.</source>
        <translation>最初の商品を追加するか、表計算ソフトの一覧を取り込んでください。</translation>
    </message>
    <message>
        <source>Add the first product</source>
        <translation>最初の商品を追加</translation>
    </message>
    <message>
        <source>Tap a product</source>
        <translation>商品を選んでください</translation>
    </message>
    <message>
        <source>Its price, allergens and everything else are changed here.</source>
        <translation>価格やアレルゲンなどをここで変更できます。</translation>
    </message>
    <message>
        <source>New product</source>
        <translation>新しい商品</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>One by one</source>
        <translation>1個ずつ</translation>
    </message>
    <message>
        <source>Other product…</source>
        <translation>ほかの商品…</translation>
    </message>
    <message>
        <source>Not for sale</source>
        <translation>商品ではない</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>あと%Ln点</numerusform>
        </translation>
    </message>
    <message>
        <source>It sticks out of the picture</source>
        <translation>はみ出しています</translation>
    </message>
    <message>
        <source>Unknown bread. What is it?</source>
        <translation>初めて見るパンです。これは？</translation>
    </message>
    <message>
        <source>Change this item</source>
        <translation>このパンを変更</translation>
    </message>
    <message numerus="yes">
        <source>Which bread are these %n?</source>
        <translation>
            <numerusform>この%Ln個のパンは？</numerusform>
        </translation>
    </message>
    <message>
        <source>Which bread is this?</source>
        <translation>このパンは？</translation>
    </message>
</context>
<context>
    <name>ReceiptView</name>
    <message>
        <source>Change</source>
        <translation>お釣り</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>次のお客様</translation>
    </message>
    <message>
        <source>Made out to…</source>
        <translation>領収書（宛名）</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>取消・返金</translation>
    </message>
    <message>
        <source>Paid ・ receipt no. %1</source>
        <translation>お会計済み ・ レシート No.%1</translation>
    </message>
    <message>
        <source>Keep as PDF</source>
        <translation>PDFで保存</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>再発行を印刷</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>レシートを印刷</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>Nothing is saved: the register&apos;s name and the day&apos;s end change only after the day is closed (Z report).</source>
        <translation>保存していません。レジの名前と一日の終わりは、精算のあとに変えられます。</translation>
    </message>
    <message>
        <source>Register and receipts</source>
        <translation>レジとレシート</translation>
    </message>
    <message>
        <source>Name of this register</source>
        <translation>このレジの名前</translation>
    </message>
    <message>
        <source>1 to 20 letters, printed on receipts.</source>
        <translation>1〜20文字。レシートに印字します。</translation>
    </message>
    <message>
        <source>Fractions of a yen in the tax</source>
        <translation>消費税の端数</translation>
    </message>
    <message>
        <source>Once per rate and receipt. Choose one and keep to it.</source>
        <translation>税率ごと・レシートごとに一度だけ処理します。途中で変えないでください。</translation>
    </message>
    <message>
        <source>Round down</source>
        <translation>切り捨て</translation>
    </message>
    <message>
        <source>Round off</source>
        <translation>四捨五入</translation>
    </message>
    <message>
        <source>Round up</source>
        <translation>切り上げ</translation>
    </message>
    <message>
        <source>The day ends at</source>
        <translation>一日の終わり</translation>
    </message>
    <message>
        <source>00:00 to 11:59. With 03:00 the night belongs to the day before.</source>
        <translation>00:00〜11:59。03:00にすると、深夜は前日の売上になります。</translation>
    </message>
    <message>
        <source>Discount without a manager, at most</source>
        <translation>店長の承認なしで引ける割引の上限</translation>
    </message>
    <message>
        <source>0 to 100.</source>
        <translation>0〜100。</translation>
    </message>
    <message>
        <source>Locks itself after</source>
        <translation>自動ロックまで</translation>
    </message>
    <message>
        <source>0 to 1440; 0 is never. Then somebody&apos;s PIN is asked for.</source>
        <translation>0〜1440。0はロックしません。ロック後はPINが必要です。</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>Learn from the photos after closing</source>
        <translation>閉店後に写真から学習</translation>
    </message>
    <message>
        <source>Begins after the Z report; you choose in the morning.</source>
        <translation>精算のあとに始め、結果は翌朝に選べます。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>切</translation>
    </message>
    <message>
        <source>Pictures of sold trays are kept for</source>
        <translation>会計したトレーの写真を残す日数</translation>
    </message>
    <message>
        <source>0 to 3650; 0 is never. They show what was charged.</source>
        <translation>0〜3650。0なら残しません。</translation>
    </message>
    <message>
        <source>days</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Width of the receipt</source>
        <translation>レシートの幅</translation>
    </message>
    <message>
        <source>24 to 64. A roll of 58 mm has 32, one of 80 mm has 48.</source>
        <translation>24〜64。58 mm幅のロール紙は32、80 mm幅は48です。</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>桁</translation>
    </message>
</context>
<context>
    <name>ReplayPanel</name>
    <message>
        <source>recogniser %1</source>
        <translation>認識 %1</translation>
    </message>
    <message>
        <source>Everything on this receipt was entered by hand.</source>
        <translation>このレシートはすべて手入力です。</translation>
    </message>
    <message numerus="yes">
        <source>%n more item(s) were entered by hand.</source>
        <translation>
            <numerusform>ほかに%Ln点は手入力です。</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to charge</source>
        <translation>会計なし</translation>
    </message>
    <message>
        <source>sure</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>名前なし</translation>
    </message>
    <message>
        <source>the cashier</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Taken off by %1</source>
        <translation>%1が外しました</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>%1が訂正しました</translation>
    </message>
    <message>
        <source>Confirmed by %1</source>
        <translation>%1が確認しました</translation>
    </message>
</context>
<context>
    <name>ReplayPicture</name>
    <message>
        <source>No tray is on record for this receipt. It was entered by hand.</source>
        <translation>このレシートにトレーの記録はありません（手入力）。</translation>
    </message>
    <message>
        <source>No picture was kept. The outlines are on record.</source>
        <translation>写真は保存されていません。輪郭の記録だけがあります。</translation>
    </message>
    <message numerus="yes">
        <source>Pictures are kept for %n day(s); this one is deleted.</source>
        <translation>
            <numerusform>写真の保存は%Ln日間です。この写真は削除されました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Print into a file</source>
        <translation>ファイルに印刷</translation>
    </message>
    <message>
        <source>Print (PDF)</source>
        <translation>印刷（PDF）</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>Items</source>
        <translation>点数</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>売上</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>取消・返金</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>純売上</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>内消費税</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>of %1 items on %2 receipts</source>
        <translation>%1個・%2件のレシートのうち</translation>
    </message>
    <message>
        <source>Named without asking</source>
        <translation>確認なしで会計</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>訂正</translation>
    </message>
    <message>
        <source>unknown ones included</source>
        <translation>不明だったものを含む</translation>
    </message>
    <message>
        <source>Sure, but corrected</source>
        <translation>自動だったのに訂正</translation>
    </message>
    <message>
        <source>Put right before payment</source>
        <translation>会計前に直した金額</translation>
    </message>
    <message>
        <source>too much %1, too little %2</source>
        <translation>過大 %1・過少 %2</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Put right</source>
        <translation>直した金額</translation>
    </message>
    <message>
        <source>voids: %1, refunds: %2</source>
        <translation>取消%1件・返金%2件</translation>
    </message>
    <message>
        <source>Net sales</source>
        <translation>純売上</translation>
    </message>
    <message>
        <source>voids and refunds taken off</source>
        <translation>取消・返金を引いた額</translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s)</source>
        <translation>
            <numerusform>%Ln件</numerusform>
        </translation>
    </message>
    <message>
        <source>Per customer</source>
        <translation>客単価</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln人</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales by %1 (yen)</source>
        <translation>%1別の売上（円）</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Items read by day</source>
        <translation>日別の読み取り個数</translation>
    </message>
    <message>
        <source>(unknown)</source>
        <translation>（不明）</translation>
    </message>
    <message>
        <source>Nothing is on record for these days.</source>
        <translation>この期間の記録はありません。</translation>
    </message>
</context>
<context>
    <name>ReportsPart</name>
    <message>
        <source>By day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>時間帯</translation>
    </message>
    <message>
        <source>By product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>By rate</source>
        <translation>税率</translation>
    </message>
    <message>
        <source>By tender</source>
        <translation>支払方法</translation>
    </message>
    <message>
        <source>By cashier</source>
        <translation>担当</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>読み取り</translation>
    </message>
</context>
<context>
    <name>RowDelegate</name>
    <message>
        <source>No price</source>
        <translation>価格なし</translation>
    </message>
</context>
<context>
    <name>SalesPage</name>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Journal lines</source>
        <translation>仕訳</translation>
    </message>
    <message>
        <source>Picture or PDF</source>
        <translation>画像・PDF</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 を書き出しました。</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>For the accounts</source>
        <translation>会計ソフト用</translation>
    </message>
    <message>
        <source>Picture, PDF</source>
        <translation>画像・PDF</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>集計</translation>
    </message>
    <message>
        <source>Closing count</source>
        <translation>閉店の数え</translation>
    </message>
    <message>
        <source>Tomorrow&apos;s baking</source>
        <translation>明日の仕込み</translation>
    </message>
    <message>
        <source>Yayoi</source>
        <translation>弥生会計</translation>
    </message>
</context>
<context>
    <name>SalesPanel</name>
    <message>
        <source>Void</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>返金</translation>
    </message>
    <message>
        <source>Voided</source>
        <translation>取消済み</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>返金済み</translation>
    </message>
    <message>
        <source>Refunded in part</source>
        <translation>一部返金済み</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか%Ln点</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>レシート</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7日間</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>レシート番号</translation>
    </message>
    <message>
        <source>Name of an item</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Total in yen</source>
        <translation>合計金額</translation>
    </message>
    <message>
        <source>No receipt is found.</source>
        <translation>レシートが見つかりません。</translation>
    </message>
</context>
<context>
    <name>ScreenForm</name>
    <message>
        <source>Language and look</source>
        <translation>言語と表示</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Receipts stay Japanese.</source>
        <translation>レシートは日本語のままです。</translation>
    </message>
    <message>
        <source>The computer&apos;s</source>
        <translation>パソコンと同じ</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>System</source>
        <translation>パソコンと同じ</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation>文字の大きさ</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>画面の動き</translation>
    </message>
    <message>
        <source>Off: lists appear at once, nothing slides.</source>
        <translation>切にすると、一覧などがすぐに出て、動きません。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>切</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>Set by %1, and not here.</source>
        <translation>%1 で決められているため、ここでは変えられません。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Nothing is saved yet: look at the marked lines.</source>
        <translation>まだ保存していません。印のある行を直してください。</translation>
    </message>
    <message>
        <source>Saved ✓</source>
        <translation>保存しました ✓</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>変更なし</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Shop and invoice</source>
        <translation>店舗とインボイス</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>言語と表示</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Camera and tray</source>
        <translation>カメラとトレー</translation>
    </message>
    <message>
        <source>Register, receipts</source>
        <translation>レジとレシート</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>消費税率</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>People and rights</source>
        <translation>スタッフと権限</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>練習モード</translation>
    </message>
    <message>
        <source>First set-up</source>
        <translation>はじめの設定</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Without a PIN for now</source>
        <translation>PINはあとで決める</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>ようこそ</translation>
    </message>
    <message>
        <source>A few minutes to the first bread sold.</source>
        <translation>数分で、はじめてのパンを売るところまで進みます。</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>あとで続ける</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
</context>
<context>
    <name>SetupPart</name>
    <message>
        <source>Everything in it can be changed here in the settings.</source>
        <translation>内容はすべて、この［設定］で変えられます。</translation>
    </message>
    <message>
        <source>The set-up is done.</source>
        <translation>はじめの設定は終わりました。</translation>
    </message>
    <message>
        <source>Next comes “%1”. What was entered so far is kept.</source>
        <translation>次は「%1」です。ここまでの入力は残っています。</translation>
    </message>
    <message>
        <source>The set-up is not finished.</source>
        <translation>はじめの設定が途中です。</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>続きから始める</translation>
    </message>
</context>
<context>
    <name>SetupStrip</name>
    <message>
        <source>Go on later</source>
        <translation>あとで続ける</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>The first bread is sold.</source>
        <translation>はじめてのパンが売れました。</translation>
    </message>
    <message>
        <source>Everything set up here can be changed in the settings.</source>
        <translation>ここで決めたことは「設定」でいつでも変えられます。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Put bread on the tray, or tap “+ Product”; then take the payment.</source>
        <translation>トレーにパンを置くか「＋ 商品」を押し、お会計をしてください。</translation>
    </message>
    <message>
        <source>Type a name, lay it on the tray, take five photos, set the price.</source>
        <translation>名前を入れ、トレーに置いて5枚撮り、値段を決めます。</translation>
    </message>
    <message numerus="yes">
        <source>%n more, or go on.</source>
        <translation>
            <numerusform>あと%Ln種類。このまま進むこともできます。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is enough to begin.</source>
        <translation>はじめるには十分です。</translation>
    </message>
</context>
<context>
    <name>SetupWords</name>
    <message>
        <source>Language and look</source>
        <translation>言語と表示</translation>
    </message>
    <message>
        <source>Shop and invoice</source>
        <translation>店舗とインボイス</translation>
    </message>
    <message>
        <source>The owner&apos;s PIN</source>
        <translation>オーナーのPIN</translation>
    </message>
    <message>
        <source>Camera and tray</source>
        <translation>カメラとトレー</translation>
    </message>
    <message>
        <source>Which breads</source>
        <translation>パンを選ぶ</translation>
    </message>
    <message>
        <source>Photograph the first breads</source>
        <translation>はじめのパンを撮影</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>Sell the first bread</source>
        <translation>はじめての販売</translation>
    </message>
</context>
<context>
    <name>ShopForm</name>
    <message>
        <source>Shop and invoice</source>
        <translation>店舗とインボイス</translation>
    </message>
    <message>
        <source>Name of the shop</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Please fill this in: it is printed on top of each receipt.</source>
        <translation>必ず入力してください。レシートのいちばん上に印刷されます。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住所</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話番号</translation>
    </message>
    <message>
        <source>Registration number (invoice system)</source>
        <translation>登録番号（インボイス制度）</translation>
    </message>
    <message>
        <source>T and 13 digits, or empty. With it the receipts are simplified invoices.</source>
        <translation>Tと数字13桁。なければ空のまま。入れるとレシートが適格簡易請求書になります。</translation>
    </message>
    <message>
        <source>The check digit is not that of a company. Compare it with the notice of the tax office; for a sole trader it may be right.</source>
        <translation>法人番号のチェックデジットと合いません。税務署の通知書と見比べてください。個人事業者の番号なら、このままで正しいことがあります。</translation>
    </message>
</context>
<context>
    <name>SoundForm</name>
    <message>
        <source>Sounds</source>
        <translation>音</translation>
    </message>
    <message>
        <source>Sounds at the counter</source>
        <translation>カウンターの音</translation>
    </message>
    <message>
        <source>Where the computer has no loudspeaker it stays silent.</source>
        <translation>スピーカーのないパソコンでは鳴りません。</translation>
    </message>
    <message>
        <source>On</source>
        <translation>入</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>切</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>音量</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>中</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>大</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>試しに聞く</translation>
    </message>
    <message>
        <source>Every bread recognised</source>
        <translation>すべて見分けた</translation>
    </message>
    <message>
        <source>There is a question</source>
        <translation>確認がある</translation>
    </message>
    <message>
        <source>Something is refused</source>
        <translation>できないことがあった</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>お会計が済んだ</translation>
    </message>
</context>
<context>
    <name>SpanBar</name>
    <message>
        <source>Write days as 2026-04-01.</source>
        <translation>日付は 2026-04-01 の形で入力してください。</translation>
    </message>
    <message>
        <source>The first day is before the last, ten years at most.</source>
        <translation>初日を末日より前に、10年以内で指定してください。</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>週</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>初日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>末日</translation>
    </message>
</context>
<context>
    <name>StatusPill</name>
    <message>
        <source>Put a tray here</source>
        <translation>トレーを置いてください</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>お会計中</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>読み取り中…</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>保留済み</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>お会計済み</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%Ln点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>please check %n of them</source>
        <translation>
            <numerusform>%Ln点だけ確認してください</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One less</source>
        <translation>1つ減らす</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>1つ増やす</translation>
    </message>
</context>
<context>
    <name>TabRow</name>
    <message>
        <source>Register</source>
        <translation>会計</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真と学習</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>売上</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>TaxForm</name>
    <message>
        <source>From %1</source>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>使わない</translation>
    </message>
    <message>
        <source>Without these, no rate would hold today: they stay in use.</source>
        <translation>これを切ると今日の税率がなくなるため、このまま使います。</translation>
    </message>
    <message>
        <source>Food</source>
        <translation>食品</translation>
    </message>
    <message>
        <source>Not food</source>
        <translation>食品以外</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>非課税</translation>
    </message>
    <message>
        <source>take-out</source>
        <translation>持ち帰り</translation>
    </message>
    <message>
        <source>eat-in</source>
        <translation>店内</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1 まで</translation>
    </message>
    <message>
        <source>Tax rates</source>
        <translation>消費税率</translation>
    </message>
    <message>
        <source>A sale keeps the rates of its day. An announced change can wait here until it is law; ※ is the reduced rate.</source>
        <translation>売上はその日の税率のまま残ります。予定されている改正は、決まるまでここで切っておけます。※は軽減税率です。</translation>
    </message>
</context>
<context>
    <name>TeachCard</name>
    <message>
        <source>Blurred</source>
        <translation>ぼけ</translation>
    </message>
    <message>
        <source>Too dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>はみ出し</translation>
    </message>
    <message>
        <source>Same as before</source>
        <translation>同じ写真</translation>
    </message>
    <message>
        <source>That was blurred. Leave it still for a moment.</source>
        <translation>ぼけています。少しのあいだ動かさずにお待ちください。</translation>
    </message>
    <message>
        <source>That was too dark. Switch on a light.</source>
        <translation>暗すぎます。明かりをつけてください。</translation>
    </message>
    <message>
        <source>It was cut off. Put it in the middle.</source>
        <translation>はみ出しています。まん中に置いてください。</translation>
    </message>
    <message>
        <source>That is the same photo again. Turn the bread a little.</source>
        <translation>さっきと同じ写真です。パンの向きを少し変えてください。</translation>
    </message>
    <message numerus="yes">
        <source>of %n photos</source>
        <translation>
            <numerusform>/ %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>enough</source>
        <translation>十分です</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>個数</translation>
    </message>
    <message>
        <source>Turns</source>
        <translation>向き</translation>
    </message>
    <message>
        <source>Underside</source>
        <translation>うら面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るさ</translation>
    </message>
    <message>
        <source>○ not yet</source>
        <translation>○ まだ</translation>
    </message>
    <message>
        <source>Start selling</source>
        <translation>販売を始める</translation>
    </message>
    <message>
        <source>Set the price and sell</source>
        <translation>価格を決めて販売</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) more</source>
        <translation>
            <numerusform>あと%Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>learning…</source>
        <translation>覚えています…</translation>
    </message>
    <message>
        <source>Put the bread on the tray, one piece or several.</source>
        <translation>トレーにパンを置いてください。
何個でも大丈夫です。</translation>
    </message>
    <message>
        <source>Next, put &lt;b&gt;another piece&lt;/b&gt; beside it, please.</source>
        <translation>次は &lt;b&gt;もう1個&lt;/b&gt; 並べて置いてください</translation>
    </message>
    <message>
        <source>Next, &lt;b&gt;turn it&lt;/b&gt; or put it elsewhere.</source>
        <translation>次は &lt;b&gt;向きを変えて&lt;/b&gt; 置いてください</translation>
    </message>
    <message>
        <source>Next, &lt;b&gt;turn it over&lt;/b&gt;, please.</source>
        <translation>次は &lt;b&gt;うら返して&lt;/b&gt; 置いてください</translation>
    </message>
    <message>
        <source>Next, take one in &lt;b&gt;another light&lt;/b&gt;.</source>
        <translation>次は &lt;b&gt;明るさを変えて&lt;/b&gt; 撮ってください</translation>
    </message>
    <message>
        <source>That is enough. More photos would gain little.</source>
        <translation>十分撮れました。これ以上はほとんど変わりません。</translation>
    </message>
    <message>
        <source>From five photos on it can be sold.</source>
        <translation>5枚撮ると販売できます。</translation>
    </message>
    <message>
        <source>It can be sold now. For a while the register will ask every time.</source>
        <translation>もう販売できます（しばらくは毎回確認します）。</translation>
    </message>
</context>
<context>
    <name>TeachPage</name>
    <message>
        <source>Take a photo</source>
        <translation>撮る</translation>
    </message>
    <message numerus="yes">
        <source>Photo %n ✓</source>
        <translation>
            <numerusform>%Ln枚目 ✓</numerusform>
        </translation>
    </message>
    <message>
        <source>Please leave it as it is…</source>
        <translation>動かさずにお待ちください…</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken. Next one, please.</source>
        <translation>
            <numerusform>%Ln枚撮りました。次をどうぞ。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the bread on the tray</source>
        <translation>トレーにパンを置いてください</translation>
    </message>
</context>
<context>
    <name>Tenders</name>
    <message>
        <source>Cash</source>
        <translation>現金</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>カード</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>IC</source>
        <translation>電子</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>商品券</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>掛売</translation>
    </message>
</context>
<context>
    <name>TileDelegate</name>
    <message>
        <source>Tap again to sell</source>
        <translation>もう一度押すと販売</translation>
    </message>
</context>
<context>
    <name>TillGuard</name>
    <message>
        <source>Who allows it?</source>
        <translation>だれが承認しますか？</translation>
    </message>
    <message>
        <source>%1 needs a manager&apos;s PIN.</source>
        <translation>%1には、店長かオーナーのPINが必要です。</translation>
    </message>
    <message>
        <source>%1 needs the owner&apos;s PIN.</source>
        <translation>%1には、オーナーのPINが必要です。</translation>
    </message>
    <message>
        <source>The register is locked. The cart is kept.</source>
        <translation>レジはロックされています。カートはそのまま残ります。</translation>
    </message>
    <message>
        <source>Who is at the register?</source>
        <translation>レジの担当者は？</translation>
    </message>
    <message>
        <source>Tap your name, then type your PIN.</source>
        <translation>名前を選び、PINを入力してください。</translation>
    </message>
    <message numerus="yes">
        <source>In the cart: %n item(s), %1</source>
        <translation>
            <numerusform>カート：%Ln点 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TotalBar</name>
    <message numerus="yes">
        <source>Total, %n item(s)</source>
        <translation>
            <numerusform>合計 %Ln点</numerusform>
        </translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>お会計</translation>
    </message>
    <message>
        <source>Discount %1</source>
        <translation>割引 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n customer(s)</source>
        <translation>
            <numerusform>%Ln名</numerusform>
        </translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>メモあり</translation>
    </message>
    <message>
        <source>%1% on %2 (tax %3)</source>
        <translation>%1%対象 %2（内税 %3）</translation>
    </message>
    <message>
        <source>nothing in the cart</source>
        <translation>商品がありません</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) to check</source>
        <translation>
            <numerusform>確認が%Ln点残っています</numerusform>
        </translation>
    </message>
    <message>
        <source>a price is missing</source>
        <translation>価格のない商品があります</translation>
    </message>
</context>
<context>
    <name>TrainingCard</name>
    <message>
        <source>Learning from the photos</source>
        <translation>写真から覚える</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>詳しい設定</translation>
    </message>
    <message>
        <source>Earlier ones</source>
        <translation>以前の版</translation>
    </message>
    <message>
        <source>Go back to an earlier one</source>
        <translation>以前の版に戻す</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>写真%Ln枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>パン%Ln種類</numerusform>
        </translation>
    </message>
    <message>
        <source>The register goes on selling meanwhile.</source>
        <translation>学習中も会計を続けられます。</translation>
    </message>
    <message>
        <source>photograph two breads</source>
        <translation>パンを2種類撮影してください</translation>
    </message>
    <message>
        <source>Finding the breads in the photos: %1 of %2</source>
        <translation>写真からパンを探しています：%2枚中%1枚</translation>
    </message>
    <message>
        <source>Looking at the photos: %1 of %2</source>
        <translation>写真を見ています：%2枚中%1枚</translation>
    </message>
    <message>
        <source>Comparing with the one in use: photo %1 of %2</source>
        <translation>今のものと比べています：%2枚中%1枚</translation>
    </message>
    <message>
        <source>Train tonight&apos;s model</source>
        <translation>今夜の学習を始める</translation>
    </message>
    <message>
        <source>more photos are needed</source>
        <translation>もっと写真を撮ってください</translation>
    </message>
    <message>
        <source>Learning: round %1 of at most %2</source>
        <translation>覚えています：%1回目（最大%2回）</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>準備しています…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>（残り%1）</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1分未満</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>約%Ln分</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainingReport</name>
    <message>
        <source>What came of the training</source>
        <translation>学習の結果</translation>
    </message>
    <message>
        <source>✓ No bread got worse, so the new one can be used.</source>
        <translation>✓ どのパンも悪くなっていません。新しい版を使えます。</translation>
    </message>
    <message>
        <source>✓ No bread that was compared got worse, so the new one can be used.</source>
        <translation>✓ 比べたパンに、悪くなったものはありません。新しい版を使えます。</translation>
    </message>
    <message>
        <source>Both were asked about the same photos, which neither had learnt. Small differences come by chance; none was larger than that.</source>
        <translation>学習に使っていない同じ写真で、前の版と新しい版をくらべました。小さな差は偶然でも出ますが、それを超えて悪くなったパンはありません。</translation>
    </message>
    <message>
        <source>All breads together</source>
        <translation>すべてのパンの合計</translation>
    </message>
    <message>
        <source>！ Better keep the old one. These breads got worse:</source>
        <translation>！ 前の版を使い続けてください。悪くなったパン：</translation>
    </message>
    <message>
        <source>%1: of %2 photos %3 were right before, %4 now. By chance alone: %5.</source>
        <translation>%1：%2枚のうち、前は%3枚、今は%4枚が正解。偶然だけでこうなる確率は%5です。</translation>
    </message>
    <message>
        <source>Named right: %1 before, %2 now.</source>
        <translation>名前の正解：前 %1、今 %2</translation>
    </message>
    <message>
        <source>Charged without asking: %1 before, %2 now.</source>
        <translation>確認なしで会計できる割合：前 %1、今 %2</translation>
    </message>
    <message>
        <source>Bread</source>
        <translation>パン</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Right before</source>
        <translation>正解（前）</translation>
    </message>
    <message>
        <source>Right now</source>
        <translation>正解（今）</translation>
    </message>
    <message>
        <source>Unasked before</source>
        <translation>確認なし（前）</translation>
    </message>
    <message>
        <source>Unasked now</source>
        <translation>確認なし（今）</translation>
    </message>
    <message>
        <source>Bread by bread</source>
        <translation>パンごと</translation>
    </message>
    <message>
        <source>Not compared, for there are too few photos of them: %1. With five photos of each, some can be kept aside to measure with.</source>
        <translation>写真が少なく、比べられなかったパン：%1。それぞれ5枚あれば、一部を確認用に取り分けられます。</translation>
    </message>
    <message>
        <source>Taken for one another</source>
        <translation>取りちがえたパン</translation>
    </message>
    <message>
        <source>None. Every photo kept aside was named right.</source>
        <translation>ありません。取りおいた写真はすべて正解でした。</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3 times</source>
        <translation>%1 を %2 と取りちがえ：%3回</translation>
    </message>
    <message>
        <source>is ↓ taken for →</source>
        <translation>本当 ↓ 見立て →</translation>
    </message>
    <message>
        <source>Photos that could not be learnt from</source>
        <translation>学習に使えなかった写真</translation>
    </message>
    <message>
        <source>Damaged, removed meanwhile, or the same picture under two breads. Look under All photos.</source>
        <translation>壊れている、途中で削除された、または同じ写真が2つのパンに登録されています。「すべての写真」で確かめてください。</translation>
    </message>
    <message>
        <source>How often right</source>
        <translation>正解の割合</translation>
    </message>
    <message>
        <source>How far off</source>
        <translation>はずれの大きさ</translation>
    </message>
    <message>
        <source>photos learnt from</source>
        <translation>学習した写真</translation>
    </message>
    <message>
        <source>photos kept aside</source>
        <translation>取りおいた写真</translation>
    </message>
    <message>
        <source>How it learnt</source>
        <translation>学習のようす</translation>
    </message>
    <message>
        <source>%1 photos</source>
        <translation>写真%1枚</translation>
    </message>
</context>
<context>
    <name>VersionList</name>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使う</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>結果</translation>
    </message>
    <message numerus="yes">
        <source>%n bread(s)</source>
        <translation>
            <numerusform>パン%Ln種類</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>正解 %1</translation>
    </message>
    <message>
        <source>photos taken in</source>
        <translation>写真を追加</translation>
    </message>
</context>
<context>
    <name>WaitingPage</name>
    <message>
        <source>One moment…</source>
        <translation>少々お待ちください…</translation>
    </message>
    <message>
        <source>This page is being opened; selling goes on.</source>
        <translation>この画面を開いています。その間も販売できます。</translation>
    </message>
</context>
</TS>
