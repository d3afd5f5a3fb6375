using System.Collections.Immutable;

namespace KaigoDsl.Synthesis.Nation;

/// <summary>A prefecture by its real name.</summary>
/// <param name="Number">1 to 47, the first two digits of its municipalities' codes.</param>
/// <param name="Name">With 都, 道, 府 or 県.</param>
/// <param name="Municipalities">How many municipalities it has (市町村 and 特別区; 1,741 in all).</param>
/// <param name="Elderly">Persons of 65 and older, roughly, in units of ten thousand; decides how large its fictional municipalities are.</param>
internal sealed record Prefecture(int Number, string Name, int Municipalities, int Elderly)
{
    public static ImmutableArray<Prefecture> All { get; } =
    [
        new(1, "北海道", 179, 168), new(2, "青森県", 40, 41), new(3, "岩手県", 33, 40), new(4, "宮城県", 35, 65),
        new(5, "秋田県", 25, 36), new(6, "山形県", 35, 36), new(7, "福島県", 59, 58), new(8, "茨城県", 44, 86),
        new(9, "栃木県", 25, 57), new(10, "群馬県", 35, 58), new(11, "埼玉県", 63, 201), new(12, "千葉県", 54, 174),
        new(13, "東京都", 62, 320), new(14, "神奈川県", 33, 239), new(15, "新潟県", 30, 72), new(16, "富山県", 15, 33),
        new(17, "石川県", 19, 34), new(18, "福井県", 17, 24), new(19, "山梨県", 27, 25), new(20, "長野県", 77, 66),
        new(21, "岐阜県", 42, 61), new(22, "静岡県", 35, 110), new(23, "愛知県", 54, 192), new(24, "三重県", 29, 53),
        new(25, "滋賀県", 19, 38), new(26, "京都府", 26, 75), new(27, "大阪府", 43, 242), new(28, "兵庫県", 41, 161),
        new(29, "奈良県", 39, 43), new(30, "和歌山県", 30, 31), new(31, "鳥取県", 19, 18), new(32, "島根県", 19, 22),
        new(33, "岡山県", 27, 57), new(34, "広島県", 23, 82), new(35, "山口県", 19, 46), new(36, "徳島県", 24, 25),
        new(37, "香川県", 17, 30), new(38, "愛媛県", 20, 44), new(39, "高知県", 34, 24), new(40, "福岡県", 60, 144),
        new(41, "佐賀県", 20, 25), new(42, "長崎県", 21, 43), new(43, "熊本県", 45, 55), new(44, "大分県", 18, 38),
        new(45, "宮崎県", 26, 35), new(46, "鹿児島県", 43, 52), new(47, "沖縄県", 41, 35),
    ];
}
