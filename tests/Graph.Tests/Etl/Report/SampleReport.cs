using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>A made-up report with a block of every kind, as long as a short one of an office.</summary>
public static class SampleReport
{
    /// <summary>Under hidden cells; must be in no file.</summary>
    public const decimal Secret = 471_123;

    private static readonly ReportNote Note = new(
        "注：数据截至2026年11月28日；来源：科技社团党建信息系统，默认口径，第2次装载；指标I01、I02、I08，依据文件〔3〕第二条。"
    );

    public static ReportDocument Chinese { get; } =
        new(
            new ReportCover(
                "合成市科技社团党建工作年度研究报告",
                "合成科协党〔2026〕第1版",
                "合成市科学技术协会科技社团党委",
                ["数据截至2026年11月28日", "2026年12月"],
                IsDraft: true
            ),
            [
                new HeadingBlock(1, "概况与方法"),
                new HeadingBlock(2, "总体情况"),
                Words("截至2026年11月28日，合成市共有科技社团150个，组织覆盖率为86.7%（130/150），见", "T1-1", "，趋势见", "F1-1", "。"),
                Words("尚未建立党组织的科技社团20个，名册见", "T-A1", "。"),
                new TableBlock(Coverage()),
                new HeadingBlock(2, "数据与方法"),
                new HeadingBlock(3, "计算规则"),
                Words("人数不足规定下限的组合不予公布；为防止用合计推算，同时隐去同组的另一项。"),
                new ChartBlock(Months()),
                new HeadingBlock(1, "党员与分类"),
                Words("分档见", "T2-1", "，分类见", "F2-1", "，问题见", "F2-2", "，得分见", "F2-3", "。"),
                new TableBlock(Bands()),
                new ChartBlock(Categories()),
                new ChartBlock(Problems()),
                new ChartBlock(Bins()),
                new HeadingBlock(2, "考核"),
                new ChartBlock(Sections()),
                new ChartBlock(Funnel()),
                new TableBlock(Empty()),
                new HeadingBlock(1, "未建党组织的科技社团", IsAppendix: true),
                new TableBlock(Uncovered("T-A1", 40)),
                new HeadingBlock(1, "定义与依据", IsAppendix: true),
                Words("各项指标的定义如下。"),
                new TableBlock(Definitions()),
            ],
            "zh"
        );

    /// <summary>The same blocks under English words.</summary>
    public static ReportDocument English { get; } = Chinese with { Language = "en" };

    /// <summary>A list of as many societies.</summary>
    public static ReportTable Uncovered(string id, int rows) =>
        new(
            id,
            "未建党组织的科技社团名册",
            "单位：个",
            [
                new("number", "序号", CellKind.Count),
                new("society", "社团名称", CellKind.Text),
                new("code", "代码", CellKind.Text),
                new("kind", "类型", CellKind.Text),
                new("committee", "主管党委", CellKind.Text),
                new("reason", "未建原因", CellKind.Text),
                new("since", "登记日期", CellKind.Day),
            ],
            [
                .. Enumerable
                    .Range(1, rows)
                    .Select(number => new ReportRow(
                        $"S{number:00000}",
                        [
                            Number(number),
                            new(Text: number == 3 ? "=1+1" : $"合成-工-学会-{number:000000}"),
                            new(Text: $"00{number:0000}"),
                            new(Text: number % 3 == 0 ? "研究会" : "学会"),
                            new(Text: $"合成县33010{number % 7}"),
                            number % 5 == 0
                                ? ReportCell.Empty
                                : new(Text: number % 4 == 0 ? "已由支撑单位党组织覆盖，正在与其党委商量单独建立" : "党员人数不足"),
                            new(Day: new DateOnly(2026, 1, 1).AddDays(-number)),
                        ]
                    )),
            ],
            Note
        );

    public static ReportTable Bands() =>
        new(
            "T2-1",
            "党组织按党员人数分档",
            "单位：个、人",
            [
                new("band", "分档", CellKind.Text),
                new("organizations", "党组织", CellKind.Count),
                new("full", "正式党员", CellKind.Count),
                new("probationary", "预备党员", CellKind.Count),
                new("mean", "平均得分", CellKind.Score),
                new("share", "占比", CellKind.Rate),
            ],
            [
                Band("under3", "不足3人", 1, Hidden(), Number(0), Number(82.295m), Part(1, 128)),
                Band("3-9", "3至9人", 12, Hidden(), Hidden(), Number(90m), Part(12, 128)),
                Band("10-29", "10至29人", 43, Number(732), Hidden(), Number(79.005m), Part(43, 128)),
                Band("30-49", "30至49人", 25, Number(1_002), Number(41), ReportCell.Empty, HiddenPart()),
                Band("50+", "50人以上", 47, Number(3_902), Number(200), Number(101.5m), Part(47, 128)),
                Band("total", "合计", 128, Number(5_715), Number(285), Number(82.3m), Part(128, 128)) with
                {
                    IsTotal = true,
                },
            ],
            Note
        );

    private static ReportTable Coverage()
    {
        (string Key, string Name, int All, int Covered)[] committees =
        [
            ("330100", "合成市本级", 62, 54),
            ("330101", "合成县330101", 15, 10),
            ("330102", "合成县330102", 14, 13),
            ("330103", "合成县330103", 15, 14),
            ("330104", "合成县330104", 0, 0),
        ];
        return new(
            "T1-1",
            "各级党委的覆盖情况",
            "单位：个、%",
            [
                new("committee", "党委", CellKind.Text),
                new("societies", "社团数", CellKind.Count),
                new("covered", "有组织", CellKind.Count),
                new("I01", "组织覆盖率", CellKind.Rate, IsShaded: true),
                new("change", "比上年增减", CellKind.Score),
            ],
            [
                .. committees.Select(
                    (row, place) =>
                        new ReportRow(
                            row.Key,
                            [new(Text: row.Name), Number(row.All), Number(row.Covered), Part(row.Covered, row.All), Number(1.5m - place)]
                        )
                ),
                new ReportRow("total", [new(Text: "合计"), Number(106), Number(91), Part(91, 106), Number(-0.355m)], IsTotal: true),
            ],
            Note
        );
    }

    private static ReportTable Empty() =>
        new("T2-2", "没有一行的表", "单位：个", [new("name", "名称", CellKind.Text), new("count", "个数", CellKind.Count)], [], Note);

    private static ReportTable Definitions() =>
        new(
            "T-B1",
            "指标的定义",
            "",
            [
                new("id", "指标", CellKind.Text),
                new("name", "名称", CellKind.Text),
                new("definition", "定义", CellKind.Text),
                new("source", "依据", CellKind.Text),
            ],
            [
                new(
                    "I01",
                    [
                        new(Text: "I01"),
                        new(Text: "组织覆盖率"),
                        new(Text: "已建立党组织的科技社团数除以科技社团总数；一个党组织覆盖几个科技社团的，各计一个。"),
                        new(Text: "《关于加强科协所属学会党建工作的若干意见》第二条"),
                    ]
                ),
                new(
                    "I08",
                    [
                        new(Text: "I08"),
                        new(Text: "有效覆盖率"),
                        new(Text: "近六个月有活动的党组织所覆盖的科技社团数除以科技社团总数。"),
                        new(Text: "《关于科技社团党支部分类管理的通知》（合成科协社党发〔2022〕10号）第七条"),
                    ]
                ),
            ],
            new ReportNote("")
        );

    private static ReportChart Months() =>
        Chart(
            "F1-1",
            "2024年12月至2026年11月覆盖率走势",
            ChartKind.Line,
            [.. Enumerable.Range(0, 24).Select(month => new DateOnly(2024, 12, 1).AddMonths(month).ToString("yyyy-MM"))],
            CellKind.Rate,
            ("组织覆盖率", month => 0.93m - (month * 0.003m)),
            ("工作覆盖率", month => 0.97m - (month * 0.003m)),
            ("有效覆盖率", month => month == 7 ? null : 0.85m - (month * 0.03m))
        ) with
        {
            Unit = "%",
        };

    private static ReportChart Categories() =>
        Chart(
            "F2-1",
            "各党委的党支部分类",
            ChartKind.StackedBar,
            ["合成市本级", "合成县330101", "合成县330102", "合成县330103"],
            CellKind.Count,
            ("A类", place => 10 - place),
            ("B类", place => 15 + place),
            ("C类", place => 5 * place),
            ("未分类", place => 2)
        );

    private static ReportChart Problems() =>
        Chart(
            "F2-2",
            "整改问题的类别",
            ChartKind.Pareto,
            ["组织生活", "换届", "党费", "阵地", "其他"],
            CellKind.Count,
            ("问题数", place => 20 - (place * 4)),
            ("累计占比", place => (20m + (16 * Math.Min(place, 1)) + (12 * Math.Max(0, Math.Min(place - 1, 1))) + place) / 64)
        );

    private static ReportChart Bins() =>
        Chart(
            "F2-3",
            "年度考核总分分布",
            ChartKind.Column,
            ["60–65", "65–70", "70–75", "75–80", "80–85", "85–90", "90–95", "95–100", "100以上"],
            CellKind.Count,
            ("党组织数", place => place == 8 ? 3 : 5 + (place * place) - place)
        );

    private static ReportChart Sections() =>
        Chart(
            "F2-4",
            "考核各部分得分率",
            ChartKind.Radar,
            ["政治建设", "组织建设", "组织生活", "作用发挥", "党建保障"],
            CellKind.Rate,
            ("2025年", place => 0.7m + (place * 0.05m)),
            ("2026年", place => 0.9m - (place * 0.04m))
        );

    private static ReportChart Funnel() =>
        Chart(
            "F2-5",
            "考核各阶段完成数",
            ChartKind.Bar,
            ["自评", "初审", "复核", "公示", "通报"],
            CellKind.Count,
            ("党组织数", place => 132 - (place * 17))
        );

    private static ReportChart Chart(
        string id,
        string title,
        ChartKind kind,
        IReadOnlyList<string> categories,
        CellKind values,
        params (string Name, Func<int, decimal?> Value)[] series
    ) =>
        new(
            id,
            title,
            "",
            kind,
            categories,
            [.. series.Select(one => new ReportSeries(one.Name, [.. categories.Select((_, place) => one.Value(place))]))],
            values,
            Note,
            $"{title}的图"
        );

    private static ParagraphBlock Words(params string[] parts) =>
        new([.. parts.Select((part, place) => place % 2 == 0 ? (ReportInline)new TextInline(part) : new ReferenceInline(part))]);

    private static ReportRow Band(string key, string name, int organizations, params ReportCell[] others) =>
        new(key, [new(Text: name), Number(organizations), .. others]);

    private static ReportCell Number(decimal number) => new(Number: number);

    private static ReportCell Hidden() => new(Number: Secret, IsHidden: true);

    private static ReportCell HiddenPart() => new(Number: Secret, Numerator: Secret, Denominator: Secret, IsHidden: true);

    private static ReportCell Part(int numerator, int denominator) =>
        new(Number: denominator == 0 ? null : (decimal)numerator / denominator, Numerator: numerator, Denominator: denominator);
}
