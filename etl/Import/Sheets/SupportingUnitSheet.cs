using SocietyParty.Rules.Days;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>支撑单位: the institutions that carry societies, and since when.</summary>
internal static class SupportingUnitSheet
{
    public static SheetKind Kind { get; } =
        new(
            "supporting-units",
            "支撑单位",
            "SUPPORTING_UNITS",
            "一行一个支撑单位，或一个支撑单位与一个学会的关系。One supporting unit a row, or one unit and a society that it carries. A unit is found by "
                + "its credit code, else by name and region.",
            ["name", "region", "society", "supports_from"],
            [
                new(
                    "name",
                    "支撑单位名称",
                    ColumnType.Text,
                    "挂靠单位的全称。Name in full (000 §二: category B needs a supporting unit).",
                    "合成某市示范研究院"
                )
                {
                    Names = NamedThing.SupportingUnit,
                    IsRequired = true,
                    Aliases = ["名称", "单位名称", "支撑单位", "挂靠单位"],
                },
                new(
                    "region",
                    "行政区划",
                    ColumnType.Region,
                    "行政区划代码（GB/T 2260），六位。Region of its seat; empty: not stated.",
                    "500000"
                )
                {
                    Aliases = ["所在地代码", "行政区划代码"],
                },
                new(
                    "credit_code",
                    "统一社会信用代码",
                    ColumnType.CreditCode,
                    "18 位，列设为文本格式。18 characters (GB 32100-2015); format the column as text.",
                    ""
                )
                {
                    Aliases = ["信用代码", "社会信用代码"],
                },
                new(
                    "society",
                    "科技社团",
                    ColumnType.Text,
                    "学会名称、别名或信用代码；空着则只登记单位。A society of the committee by name, alias or credit code; empty: the unit only.",
                    "合成某市示范学会"
                )
                {
                    Names = NamedThing.Society,
                    Aliases = ["支撑的学会", "学会名称", "社团名称", "学会", "所属学会"],
                },
                new("supports_from", "起始日期", ColumnType.Date, "空着表示起始不详。First day; empty: not stated.", "2020-01-01")
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["开始日期", "支撑起始日期"],
                },
                new(
                    "supports_to",
                    "终止日期",
                    ColumnType.Date,
                    "不再支撑的第一天；空着表示仍在支撑。First day on which it no longer does; empty: still.",
                    ""
                )
                {
                    Day = DayMeaning.Holds,
                    Aliases = ["结束日期", "支撑终止日期"],
                },
                new(
                    "is_lead",
                    "牵头",
                    ColumnType.Boolean,
                    "一个学会同一天只有一个牵头单位；空着为是。One unit leads on a day; empty: yes.",
                    "是"
                )
                {
                    Choices = SheetWords.YesAndNo,
                    Aliases = ["是否牵头"],
                },
            ]
        )
        {
            Periods = [("supports_from", "supports_to")],
        };
}
