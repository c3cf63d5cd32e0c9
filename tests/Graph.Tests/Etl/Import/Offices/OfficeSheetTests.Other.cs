using SocietyParty.Graph.Tests.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Offices;

/// <content>Further lists: headers of two rows, groups, odd days, several things in one cell.</content>
public sealed partial class OfficeSheetTests
{
    public static TheoryData<string, string, string, byte[], string> OfEverything =>
        new()
        {
            {
                "a header of two rows, merged",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet(
                    [
                        ["虚构市学会基本情况"],
                        ["序号", "基本情况", "", "负责人", ""],
                        ["", "学会名称", "学科", "姓名", "电话"],
                        ["1", "虚构市丙学会", "理", "虚某", "1"],
                        ["2", "虚构市丁学会", "工", "虚乙", "2"],
                    ],
                    "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:C2\"/><mergeCell ref=\"D2:E2\"/></mergeCells>"
                ),
                """
                    2 read, 2 new, 0 changed
                    · “Sheet1”第1行：表头之上的“虚构市学会基本情况”没有导入
                    · “Sheet1”第3行：列“姓名”不在模板中，没有导入
                    · “Sheet1”第3行：列“电话”不在模板中，没有导入
                    """
            },
            {
                "groups and subtotals among the rows",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "学会名称", "学科"],
                    ["一、理科类"],
                    ["1", "虚构市丙学会", "理"],
                    ["小计", "1个"],
                    ["二、工科类"],
                    ["1", "虚构市丁学会", "工"],
                    ["小计", "1个"],
                    ["总计", "2个"],
                ]),
                """
                    2 read, 2 new, 0 changed
                    · “Sheet1”第4行：“小计”一行不是名单内容，没有导入
                    · “Sheet1”第7行：“小计”一行不是名单内容，没有导入
                    · “Sheet1”第8行：“总计”一行不是名单内容，没有导入
                    """
            },
            {
                "line breaks in a header, blanks in names",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet([
                    ["社团\n名称", "统一社会\n信用代码", "所属 学科"],
                    ["虚构市丙\n学会", "", "理学"],
                    ["虚构市 丁 学会", "", "工学类"],
                ]),
                """
                    2 read, 0 new, 0 changed
                    ! Sheet1 A2: 内容的第 5 个字符是 U+000A，看不见或者没有通用的含义。请删除这个字符；如果是丢失的字符（U+FFFD），请用原文件。
                    """
            },
            {
                "levels and states in the words of offices",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8(
                    "学会名称,级别,状态,成立时间\n虚构市丙学会,市级学会,正常,1985年3月1日\n虚构市丁学会,市属,存续,1990.10\n虚构市戊学会,市级,已注销,2001.05.06\n"
                ),
                """
                    3 read, 0 new, 0 changed
                    !  3:4: “1990.10”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    !  4:3: 注销的科技社团要有注销日期：请在表格的“注销日期”里填写，或者办理“注销科技社团”并写明日期和原因。
                    """
            },
            {
                "a list in two halves beside each other",
                "societies",
                "社团.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "学会名称", "序号", "学会名称"],
                    ["1", "虚构市丙学会", "3", "虚构市戊学会"],
                    ["2", "虚构市丁学会", "4", "虚构市己学会"],
                ]),
                """
                    0 read, 0 new, 0 changed
                    ! Sheet1 D1: 列“社团名称”在 B1 已经出现。请删除其中一列。
                    """
            },
            {
                "a sheet for each kind",
                "societies",
                "社团.xlsx",
                Workbooks.Of([
                    (
                        "学会",
                        "",
                        Workbooks.Data([
                            ["学会名称", "学科"],
                            ["虚构市丙学会", "理"],
                        ])
                    ),
                    (
                        "协会",
                        "",
                        Workbooks.Data([
                            ["协会名称", "学科"],
                            ["虚构市丁协会", "工"],
                        ])
                    ),
                ]),
                """
                    2 read, 2 new, 0 changed
                    """
            },
            {
                "a table in a document",
                "societies",
                "社团.docx",
                OfficeFiles.Document(
                    "虚构市学会名单",
                    (string[][])
                        [
                            ["序号", "学会名称", "学科"],
                            ["1", "虚构市丙学会", "理"],
                        ]
                ),
                """
                    0 read, 0 new, 0 changed
                    !  : 文件是文字处理文档（请把其中的表格复制到表格软件中）。请在表格软件中另存为 .xlsx 或者 CSV UTF-8；有密码的先取消密码。
                    """
            },
            {
                "GB18030 with semicolons, quotes and a line break in a cell",
                "societies",
                "社团.csv",
                OfficeFiles.Gb18030("学会名称;学科;备注\r\n\"虚构市丙学会\";理;\"第一行\r\n第二行\"\r\n;;\r\n"),
                """
                    1 read, 1 new, 0 changed
                    · 第1行：列“备注”不在模板中，没有导入
                    """
            },
            {
                "a code in scientific notation",
                "societies",
                "社团.csv",
                OfficeFiles.Utf8("学会名称,统一社会信用代码\n虚构市丙学会,5.1E+17\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:2: “5.1E+17”不是统一社会信用代码。请改正代码，或者不填。
                    """
            },
            {
                "activities: odd days",
                "activities",
                "活动.xlsx",
                OfficeFiles.Sheet([
                    ["党组织", "活动类型", "标题", "举办日期"],
                    ["虚构市甲学会党支部", "主题党日", "甲", "2022.5.1"],
                    ["虚构市甲学会党支部", "主题党日", "乙", "20220501"],
                    ["虚构市甲学会党支部", "主题党日", "丙", "二〇二二年五月一日"],
                    ["虚构市甲学会党支部", "主题党日", "丁", "<c><v>44682</v></c>"],
                    ["虚构市甲学会党支部", "主题党日", "戊", "2022年5月"],
                    ["虚构市甲学会党支部", "主题党日", "己", "22-5-1"],
                    ["虚构市甲学会党支部", "主题党日", "庚", "２０２２／５／１"],
                    ["虚构市甲学会党支部", "主题党日", "辛", "2022-05-01 00:00"],
                ]),
                """
                    8 read, 0 new, 0 changed
                    ! Sheet1 D6: “2022年5月”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    ! Sheet1 D7: “22-5-1”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    """
            },
            {
                "branches: the status behind the name, the category as a heading",
                "branches",
                "党组织.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "支部名称", "类别"],
                    ["A类（1个）"],
                    ["1", "虚构市甲学会党支部（已成立）", "A类直管"],
                    ["A类"],
                    ["2", "虚构市乙（东区）协会党支部(已成立)", "A类（直管）"],
                ]),
                """
                    2 read, 0 new, 0 changed
                    · “Sheet1”第3行：名称后面的“（已成立）”按状态导入，不作为名称
                    · “Sheet1”第5行：名称后面的“(已成立)”按状态导入，不作为名称
                    """
            },
            {
                "members: months, party words, an identity number",
                "members",
                "党员.xlsx",
                OfficeFiles.Sheet([
                    ["序号", "姓名", "身份证号", "所在党支部", "党员类别", "入党时间", "出生年月", "性别"],
                    ["1", "虚某", "110101198001010011", "虚构市甲学会党支部", "正式", "1999年07月", "1980.05", "男性"],
                ]),
                """
                    0 read, 0 new, 0 changed
                    ! Sheet1 1:1: 表头缺少列“人员编号”。请补上这一列的表头，或者使用导入页上的模板。
                    """
            },
            {
                "members: numbers as a bracketed remark, ages",
                "members",
                "党员.csv",
                OfficeFiles.Utf8(
                    "党员编号,所在支部,政治面貌,入党日期,性别,年龄\nP-2,虚构市甲学会党支部,中共党员（正式）,2010/7/1,女,45岁\n"
                ),
                """
                    1 read, 1 new, 0 changed
                    · 第1行：列“年龄”不在模板中，没有导入
                    """
            },
            {
                "appointments: two posts in one cell",
                "appointments",
                "任职.csv",
                OfficeFiles.Utf8(
                    "编号,姓名,职务,所在党支部,学会,任职时间\nP-1,,支部书记、理事长,虚构市甲学会党支部,虚构市甲学会,2022年1月1日\n"
                ),
                """
                    1 read, 0 new, 0 changed
                    !  2:3: 当日没有职务 支部书记、理事长，可以填写：支部书记、支部副书记、支委、理事长、副理事长、秘书长、理事、党委书记、党委委员、联络员、专职党务干部。
                    """
            },
            {
                "appointments: posts in the words of offices",
                "appointments",
                "任职.xlsx",
                OfficeFiles.Sheet([
                    ["人员编号", "姓名", "党内职务", "党支部", "起始时间", "终止时间"],
                    ["P-1", "虚构一", "书记", "虚构市甲学会党支部", "2022.1.1", "至今"],
                    ["P-9", "虚构九", "委员", "虚构市甲学会党支部", "2022.1.1", "—"],
                ]),
                """
                    2 read, 0 new, 0 changed
                    ! Sheet1 A3: 没有编号为 P-9 的人员；这一职务应由党员担任。请改正编号；如果是新党员，请先登记，或者先导入党员名单。
                    """
            },
            {
                "activities: several days, a day without a year, a kind with a remark",
                "activities",
                "活动.xlsx",
                OfficeFiles.Sheet([
                    ["活动台账（2022年）"],
                    ["党支部", "活动类型", "活动内容", "时间", "应到人数", "实到人数"],
                    ["虚构市甲学会党支部", "三会一课（党课）", "党课", "2022年3月5日", "10", "9"],
                    ["虚构市甲学会党支部", "主题党日活动", "参观", "2022年5月4日-5日", "10", "9"],
                    ["虚构市甲学会党支部", "组织生活会", "组织生活会", "12月5日", "10人", "全部"],
                ]),
                """
                    3 read, 0 new, 0 changed
                    · “Sheet1”第1行：表头之上的“活动台账（2022年）”没有导入
                    ! Sheet1 D4: “2022年5月4日-5日”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    ! Sheet1 D5: “12月5日”不是 1900 年到 2099 年之间日历上有的一天。请改正日期，或者把单元格设为日期格式。
                    ! Sheet1 F5: “全部”不是整数。请改正数字。
                    """
            },
            {
                "activities: attendance as a fraction, a percentage beside it",
                "activities",
                "活动.csv",
                OfficeFiles.Utf8(
                    "党支部,类型,主题,活动时间,出勤（实到/应到）,出勤率\n虚构市甲学会党支部,主题党日,虚构活动,2022-05-01,9/10,90%\n"
                ),
                """
                    1 read, 1 new, 0 changed
                    · 第1行：列“出勤（实到/应到）”不在模板中，没有导入
                    · 第1行：列“出勤率”不在模板中，没有导入
                    """
            },
            {
                "scores: sections above the items",
                "scores",
                "自评.xlsx",
                OfficeFiles.Sheet(
                    [
                        ["党支部", "年度", "自评日期", "政治建设", "", "班子建设"],
                        ["", "", "", "政治建设1", "政治建设2", "班子建设1"],
                        ["虚构市甲学会党支部", "2022", "2022-12-01", "5", "4.5", "6"],
                    ],
                    "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/><mergeCell ref=\"C1:C2\"/><mergeCell ref=\"D1:E1\"/>"
                        + "</mergeCells>"
                ),
                """
                    3 read, 0 new, 0 changed
                    ! Sheet1 D3: 考核项 POLITICAL_3（理论武装和对科技工作者的思想政治引领）没有评分。
                    ! Sheet1 D3: 考核项 POLITICAL_4（意识形态工作责任制，论坛、报告会等按规定报备）没有评分。
                    ! Sheet1 D3: 考核项 TEAM_2（支部书记与会长（理事长）定期沟通协调机制）没有评分。
                    ! Sheet1 D3: 考核项 TEAM_3（书记抓、抓书记党建责任制）没有评分。
                    ! Sheet1 D3: 考核项 TEAM_4（民主集中制，支委分工，每年召开组织生活会）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_1（年初制订工作计划，年底完成工作总结）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_2（三会一课、主题党日等活动，集中活动次数，民主评议党员，有方案、有考勤、有记录）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_3（参加并承办党建示范联合体的会议、活动）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_4（党建工作专版、专栏）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_5（及时报送重大事项、工作资料、总结计划、简报信息）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_6（制度健全，按“六有”标准建设活动场所）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_7（专职党务干部，党建工作经费）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_8（党员教育管理，定期向党员组织关系所在党组织沟通）没有评分。
                    ! Sheet1 D3: 考核项 ORGANIZATION_9（参加上级党组织安排的学习培训、调研、会议、活动）没有评分。
                    ! Sheet1 D3: 考核项 SOCIAL_GOVERNANCE_1（参与成渝地区双城经济圈建设、科技经济融合等中心工作）没有评分。
                    """
            },
            {
                "supporting units: several societies in one cell",
                "supporting-units",
                "支撑单位.csv",
                OfficeFiles.Utf8("支撑单位名称,所属学会,起始日期\n虚构大学（盖章）,虚构市甲学会、虚构市乙（东区）协会,2020年1月1日\n"),
                """
                    1 read, 0 new, 0 changed
                    !  2:2: 该党委没有“虚构市甲学会、虚构市乙（东区）协会”。请改正名称；如果是新的，请先导入登记它的表。
                    """
            },
        };
}
