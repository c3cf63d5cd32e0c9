namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <content>Lists of party organizations, their people and their work.</content>
public sealed partial class OfficeSheetTests
{
    public static TheoryData<string, string, string, byte[], string> OfOrganizations =>
        new()
        {
            {
                "branches: a day with midnight, a status in full",
                "branches",
                "党组织.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "党组织名称", "组建状态", "成立日期", "所属学会", "类别"],
                    ["1", "虚构市甲学会党支部", "已建立", "<c t=\"d\"><v>2022-05-31T00:00:00</v></c>", "虚构市甲学会", "A类"],
                    ["2", "虚构市乙(东区)协会党支部", "正式成立", "2022-05-31 00:00:00", "虚构市乙(东区)协会", "A"],
                ]),
                """
                    2 read, 0 new, 2 changed
                    · “Sheet1”第3行：“虚构市乙(东区)协会党支部”与“虚构市乙（东区）协会党支部”只是写法不同，按“虚构市乙（东区）协会党支部”导入；如果不是同一个，请改正名称
                    · “Sheet1”第3行：“虚构市乙(东区)协会”与“虚构市乙（东区）协会”只是写法不同，按“虚构市乙（东区）协会”导入；如果不是同一个，请改正名称
                    """
            },
            {
                "branches: another time of day",
                "branches",
                "党组织.csv",
                OfficeFiles.Utf8("党组织名称,状态起始日期\n虚构市甲学会党支部,2022-05-31 08:30:00\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:2: “2022-05-31 08:30:00”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    """
            },
            {
                "members: statuses and years in full",
                "members",
                "党员花名册.xlsx",
                OfficeFiles.Sheet([
                    ["虚构市甲学会党员花名册"],
                    ["编号", "所在党支部", "党员类别", "入党时间", "性别", "出生年", "手机号码"],
                    ["P-2", "虚构市甲学会党支部", "中共正式党员", "2010年7月1日", "女", "1980年", "13000000000"],
                    ["P-3", "虚构市甲学会党支部", "中共党员", "2011.7.1", "男", "<c><v>1981</v></c>", ""],
                ]),
                """
                    2 read, 2 new, 0 changed
                    · “Sheet1”第1行：表头之上的“虚构市甲学会党员花名册”没有导入
                    · “Sheet1”第2行：列“手机号码”不在模板中，没有导入
                    """
            },
            {
                "members: what nobody can read",
                "members",
                "党员.csv",
                OfficeFiles.Utf8("编号,所在党支部,党员类别,出生年\nP-2,虚构市戊学会党支部,积极分子,八十年代\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:3: “积极分子”不是可选的值。请从中选择一个，模板中有下拉列表。
                    !  2:4: “八十年代”不是整数。请改正数字。
                    """
            },
            {
                "appointments: full titles and terms",
                "appointments",
                "任职.xlsx",
                OfficeFiles.Sheet([
                    ["编号", "职务", "党支部", "学会", "届次", "任职时间"],
                    ["P-1", "党支部委员会书记", "虚构市甲学会党支部", "", "", "2022-01-01"],
                    ["P-1", "理事会理事长", "", "虚构市甲学会", "第二届", "2022-01-01"],
                ]),
                """
                    2 read, 2 new, 0 changed
                    """
            },
            {
                "activities: 3人, 有 and 无",
                "activities",
                "活动.xlsx",
                OfficeFiles.Sheet([
                    ["党支部", "类型", "主题", "活动时间", "方案", "记录", "应到（人）", "实到（人）"],
                    ["虚构市甲学会党支部", "主题党日", "虚构活动", "2022/5/1", "有", "无", "3人", "2 人"],
                ]),
                """
                    1 read, 1 new, 0 changed
                    """
            },
            {
                "activities: a count that is none",
                "activities",
                "活动.csv",
                OfficeFiles.Utf8("党支部,类型,主题,活动时间,应到,实到\n虚构市甲学会党支部,主题党日,虚构活动,2022-05-01,约3人,全员\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:5: “约3人”不是整数。请改正数字。
                    !  2:6: “全员”不是整数。请改正数字。
                    """
            },
            {
                "scores: items as columns, by their short names",
                "scores",
                "自评.xlsx",
                OfficeFiles.Sheet(WideScores("4.33")),
                """
                    18 read, 18 new, 0 changed
                    · “Sheet1”第1行：表头之上的“2022年度党建工作考核自评表”没有导入
                    · “Sheet1”第2行：列“合计”不在模板中，没有导入
                    · “Sheet1”第2行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "scores: one above its maximum, in a wide sheet",
                "scores",
                "自评.xlsx",
                OfficeFiles.Sheet(WideScores("<c><v>99</v></c>")),
                """
                    18 read, 0 new, 0 changed
                    · “Sheet1”第1行：表头之上的“2022年度党建工作考核自评表”没有导入
                    · “Sheet1”第2行：列“合计”不在模板中，没有导入
                    · “Sheet1”第2行：列“备注”不在模板中，没有导入
                    ! Sheet1 E3: 考核项 POLITICAL_1（严格遵守政治纪律和政治规矩）最多 5 分，不能是 99 分。
                    """
            },
            {
                "scores: what a calculation left",
                "scores",
                "自评.xlsx",
                OfficeFiles.Sheet(WideScores("<c><f>1.1*3</f><v>3.3000000000000003</v></c>")),
                """
                    18 read, 18 new, 0 changed
                    · “Sheet1”第1行：表头之上的“2022年度党建工作考核自评表”没有导入
                    · “Sheet1”第2行：列“合计”不在模板中，没有导入
                    · “Sheet1”第2行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "scores: an item that the scheme does not have",
                "scores",
                "自评.csv",
                OfficeFiles.Utf8("党支部,年度,项目,得分,自评日期\n虚构市甲学会党支部,2022年度,思想建设1,4分,2022-12-01\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:3: 当年的考核办法没有“思想建设1”这一项。请改正考核项。
                    """
            },
            {
                "supporting units with a 是否牵头 of 有/无 and notes below",
                "supporting-units",
                "支撑单位.csv",
                OfficeFiles.Gb18030("挂靠单位,学会名称,是否牵头,备注\r\n虚构大学,虚构市甲学会,√,\r\n填表日期：2024年1月5日,,,\r\n"),
                """
                    1 read, 1 new, 0 changed
                    · 第1行：列“备注”不在模板中，没有导入
                    · 第3行：“填表日期：2024年1月5日”一行不是名单内容，没有导入
                    """
            },
        };
}
