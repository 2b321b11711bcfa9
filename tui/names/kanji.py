"""Knows how the commonest Japanese names in characters are read, for comparing them with Latin spellings."""

import re

_READ = """
東京 tokyo|大阪 osaka|京都 kyoto|横浜 yokohama|名古屋 nagoya|神戸 kobe|札幌 sapporo|福岡 fukuoka|広島 hiroshima
長崎 nagasaki|沖縄 okinawa|那覇 naha|仙台 sendai|千葉 chiba|埼玉 saitama|川崎 kawasaki|奈良 nara|新潟 niigata
静岡 shizuoka|熊本 kumamoto|鹿児島 kagoshima|宮崎 miyazaki|大分 oita|佐賀 saga|長野 nagano|福島 fukushima|青森 aomori
秋田 akita|岩手 iwate|山形 yamagata|宮城 miyagi|茨城 ibaraki|栃木 tochigi|群馬 gunma|神奈川 kanagawa|富山 toyama
石川 ishikawa|金沢 kanazawa|福井 fukui|山梨 yamanashi|岐阜 gifu|愛知 aichi|三重 mie|滋賀 shiga|兵庫 hyogo
和歌山 wakayama|鳥取 tottori|島根 shimane|岡山 okayama|山口 yamaguchi|徳島 tokushima|香川 kagawa|愛媛 ehime|高知 kochi
北海道 hokkaido|本州 honshu|九州 kyushu|四国 shikoku|呉 kure|佐世保 sasebo|横須賀 yokosuka|硫黄島 iwo jima
尖閣諸島 senkaku|竹島 takeshima|富士山 fuji san|日本 nihon|安倍 abe|小泉 koizumi|鳩山 hatoyama|麻生 aso|福田 fukuda
菅 kan|野田 noda|岸田 kishida|岸 kishi|佐藤 sato|田中 tanaka|中曽根 nakasone|竹下 takeshita|宮澤 miyazawa
宮沢 miyazawa|細川 hosokawa|村山 murayama|橋本 hashimoto|小渕 obuchi|森 mori|石破 ishiba|河野 kono|小池 koike
小沢 ozawa|吉田 yoshida|池田 ikeda|三木 miki|大平 ohira|鈴木 suzuki|高橋 takahashi|伊藤 ito|渡辺 watanabe
山本 yamamoto|中村 nakamura|小林 kobayashi|加藤 kato|山田 yamada|佐々木 sasaki|松本 matsumoto|井上 inoue|木村 kimura
林 hayashi|清水 shimizu|斎藤 saito|斉藤 saito|阿部 abe|池上 ikegami|前田 maeda|藤田 fujita|後藤 goto|岡田 okada
長谷川 hasegawa|村上 murakami|近藤 kondo|石井 ishii|遠藤 endo|青木 aoki|坂本 sakamoto|西村 nishimura|太田 ota
三浦 miura|藤原 fujiwara|松田 matsuda|中川 nakagawa|中野 nakano|原田 harada|小野 ono|竹内 takeuchi|金子 kaneko
和田 wada|中山 nakayama|石田 ishida|上田 ueda|森田 morita|柴田 shibata|酒井 sakai|工藤 kudo|横山 yokoyama
宮本 miyamoto|内田 uchida|高木 takagi|谷口 taniguchi|大野 ono|丸山 maruyama|今井 imai|武田 takeda|村田 murata
上野 ueno|杉山 sugiyama|東條 tojo|東条 tojo|近衛 konoe|山下 yamashita|東郷 togo|乃木 nogi|南雲 nagumo|栗林 kuribayashi
牛島 ushijima|板垣 itagaki|織田 oda|豊臣 toyotomi|徳川 tokugawa|黒澤 kurosawa|黒沢 kurosawa|大江 oe|三島 mishima
川端 kawabata|晋三 shinzo|純一郎 junichiro|由紀夫 yukio|太郎 taro|康夫 yasuo|直人 naoto|佳彦 yoshihiko|文雄 fumio
信介 nobusuke|栄作 eisaku|角栄 kakuei|康弘 yasuhiro|登 noboru|喜一 kiichi|護熙 morihiro|富市 tomiichi|龍太郎 ryutaro
恵三 keizo|喜朗 yoshiro|義偉 yoshihide|茂 shigeru|洋平 yohei|百合子 yuriko|一郎 ichiro|英機 hideki|文麿 fumimaro
五十六 isoroku|奉文 tomoyuki|平八郎 heihachiro|希典 maresuke|忠道 tadamichi|満 mitsuru|信長 nobunaga|秀吉 hideyoshi
家康 ieyasu|明 akira|駿 hayao|健三郎 kenzaburo|康成 yasunari|春樹 haruki|裕仁 hirohito|明仁 akihito|徳仁 naruhito
明治 meiji|昭和 showa|大正 taisho|隆 takashi|誠 makoto|健一 kenichi|進次郎 shinjiro|茂木 motegi|敏充 toshimitsu
博文 hirobumi|有朋 aritomo|山縣 yamagata|山県 yamagata|重信 shigenobu|大隈 okuma|隆盛 takamori|西郷 saigo|龍馬 ryoma
菅義偉 suga yoshihide
"""
_ROWS = [row.partition(" ") for row in re.split(r"[\n|]", _READ) if row]
_READINGS = {characters: read for characters, _, read in _ROWS}
_LONGEST = max(map(len, _READINGS))
_CHARACTERS = re.compile("[\u3400-\u9fff々ヶ ・]+")


def reading(name: str) -> str:
    """How a Japanese name in characters is read, its parts in Latin letters; "" if any part of it is not known."""
    if not _CHARACTERS.fullmatch(name):
        return ""
    parts: list[str] = []
    at = 0
    bare = name.replace(" ", "").replace("・", "")
    while at < len(bare):
        size = next((size for size in range(_LONGEST, 0, -1) if bare[at : at + size] in _READINGS), 0)
        if not size:
            return ""
        parts.append(_READINGS[bare[at : at + size]])
        at += size
    return " ".join(parts)
