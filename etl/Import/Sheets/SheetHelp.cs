namespace SocietyParty.Etl.Import.Sheets;

/// <summary>A column in words: for the template's second sheet and for <c>schema/README.md</c>.</summary>
public static class SheetHelp
{
    public static string TypeOf(SheetColumn column) =>
        column.Type switch
        {
            ColumnType.List => "文本列表 list",
            ColumnType.Date => "日期 day",
            ColumnType.Integer => "整数 whole number",
            ColumnType.Decimal => "数字 number",
            ColumnType.Boolean => "是/否 yes/no",
            ColumnType.Choice => "选项 choice",
            ColumnType.CreditCode => "信用代码 credit code",
            ColumnType.Region => "区划代码 region code",
            _ => "文本 text",
        };

    public static string Allowed(SheetColumn column) =>
        column.Type switch
        {
            ColumnType.Choice => string.Join('、', column.Choices.Select(choice => choice.Word)),
            ColumnType.Boolean => "是、否",
            ColumnType.Date => "2022-05-31、2022/5/31、2022年5月31日",
            ColumnType.Integer or ColumnType.Decimal => $"{column.Min:0.##}–{column.Max:0.##}",
            ColumnType.List => "用“；”隔开",
            ColumnType.CreditCode => "18",
            ColumnType.Region => "6",
            _ => $"≤ {column.CharactersMax}",
        };

    /// <summary>A table of the kind's columns in Markdown.</summary>
    public static string Markdown(SheetKind kind) =>
        string.Join(
            '\n',
            [
                $"### {kind.Title} `{kind.Name}`",
                "",
                kind.Help,
                "",
                "| column | key | needed | type | values | what |",
                "|---|---|---|---|---|---|",
                .. kind.Columns.Select(column =>
                    $"| {column.Header} | `{column.Key}` | {(column.IsRequired ? "yes" : "")} | {TypeOf(column)} | {Allowed(column)} | "
                    + $"{column.Help} |"
                ),
                "",
            ]
        );
}
