namespace SocietyParty.Etl.Import.Sheets;

/// <summary>Words that several kinds of sheets allow.</summary>
internal static class SheetWords
{
    public static IReadOnlyList<Choice> Levels { get; } =
    [
        new("NATIONAL", "全国", "国家级"),
        new("PROVINCIAL", "省级", "省"),
        new("MUNICIPAL", "市级", "市", "市属", "市级学会", "市级社团"),
        new("COUNTY", "县级", "县", "区县", "区", "区县级", "县级学会"),
    ];

    public static IReadOnlyList<Choice> SocietyKinds { get; } =
    [
        new("LEARNED_SOCIETY", "学会"),
        new("ASSOCIATION", "协会"),
        new("RESEARCH_SOCIETY", "研究会"),
        new("PROMOTION_SOCIETY", "促进会"),
        new("FEDERATION", "联合会"),
        new("PRIVATE_NON_ENTERPRISE", "民办非企业单位", "民非", "社会服务机构"),
        new("FOUNDATION", "基金会"),
        new("INSTITUTE", "研究院"),
    ];

    public static IReadOnlyList<Choice> Disciplines { get; } =
    [
        new("SCIENCE", "理", "理科", "理学", "理科类", "理学类"),
        new("ENGINEERING", "工", "工科", "工学", "工科类", "工学类"),
        new("AGRICULTURE", "农", "农科", "农学", "农科类", "农学类"),
        new("MEDICINE", "医", "医科", "医学", "医科类", "医学类"),
        new("INTERDISCIPLINARY", "交叉", "交叉学科"),
    ];

    public static IReadOnlyList<Choice> OperatingStates { get; } =
    [
        new("OPERATING", "正常运行", "正常", "运行", "存续"),
        new("SUSPENDED", "停止活动", "停摆", "暂停"),
        new("CANCELLED", "已注销", "注销", "撤销登记", "撤销或注销"),
    ];

    public static IReadOnlyList<Choice> Forms { get; } =
    [
        new("PARTY_COMMITTEE", "党委"),
        new("GENERAL_BRANCH", "党总支"),
        new("BRANCH", "党支部"),
        new("JOINT_BRANCH", "联合党支部"),
        new("FUNCTIONAL_BRANCH", "功能型特设党支部", "功能型党支部"),
        new("WORK_GROUP", "党的工作小组", "党小组"),
    ];

    public static IReadOnlyList<Choice> Bodies { get; } =
    [
        new("SOCIETY", "学会本身", "学会", "本身"),
        new("OFFICE", "办事机构", "秘书处", "办公室"),
        new("SUB_SOCIETY", "分支机构", "分会", "专业委员会", "专委会"),
    ];

    public static IReadOnlyList<Choice> BranchStatuses { get; } =
    [
        new("PROPOSED", "推进中", "筹备中", "正在推进", "筹建中", "筹建", "筹"),
        new("ESTABLISHED", "已成立", "成立", "已建立", "正式成立", "正常"),
        new("DISSOLVED", "已撤销", "撤销", "已经撤销"),
    ];

    public static IReadOnlyList<Choice> Categories { get; } =
    [
        new("A", "A类", "A类直管", "A类（直管）", "直管"),
        new("B", "B类", "B类双重管理", "B类（双重管理）", "双重管理"),
        new("C", "C类", "C类功能型", "C类（功能型）", "C类（功能型特设）"),
        new("UNCLASSIFIED", "未分类"),
    ];

    public static IReadOnlyList<Choice> Posts { get; } =
    [
        new("BRANCH_SECRETARY", "支部书记", "党支部书记", "书记", "党支部委员会书记", "支部委员会书记", "党组织书记"),
        new("DEPUTY_BRANCH_SECRETARY", "支部副书记", "党支部副书记", "副书记", "党支部委员会副书记", "支部委员会副书记", "党组织副书记"),
        new(
            "BRANCH_COMMITTEE_MEMBER",
            "支委",
            "支部委员",
            "支委会委员",
            "党支部委员",
            "党支部委员会委员",
            "支部委员会委员",
            "组织委员",
            "宣传委员",
            "纪检委员",
            "委员"
        ),
        new("COUNCIL_CHAIR", "理事长", "会长", "理事会理事长", "协会会长", "学会理事长"),
        new("COUNCIL_VICE_CHAIR", "副理事长", "副会长", "理事会副理事长", "协会副会长", "学会副理事长"),
        new("SECRETARY_GENERAL", "秘书长"),
        new("COUNCIL_MEMBER", "理事", "常务理事"),
        new("COMMITTEE_SECRETARY", "科技社团党委书记", "党委书记"),
        new("COMMITTEE_MEMBER", "科技社团党委委员", "党委委员"),
        new("LIAISON_OFFICER", "联络员"),
        new("FULL_TIME_OFFICER", "专职工作人员", "专职党务干部"),
    ];

    public static IReadOnlyList<Choice> MemberStatuses { get; } =
    [
        new("FULL", "正式党员", "正式", "中共正式党员", "中共党员", "党员", "中共党员（正式）"),
        new("PROBATIONARY", "预备党员", "预备", "中共预备党员", "中共党员（预备）"),
    ];

    public static IReadOnlyList<Choice> Sexes { get; } = [new("MALE", "男", "男性"), new("FEMALE", "女", "女性")];

    public static IReadOnlyList<Choice> ActivityKinds { get; } =
    [
        new("THREE_MEETINGS_ONE_LESSON", "三会一课", "党课", "支部党员大会", "党员大会", "支部委员会", "党小组会", "三会一课（党课）"),
        new("THEME_PARTY_DAY", "主题党日", "主题党日活动"),
        new("ORGANIZATION_LIFE_MEETING", "组织生活会"),
        new("DEMOCRATIC_APPRAISAL", "民主评议", "民主评议党员"),
        new("OTHER", "其他"),
    ];

    public static IReadOnlyList<Choice> YesAndNo { get; } =
    [new("true", "是", "y", "yes", "1", "√", "有", "☑"), new("false", "否", "n", "no", "0", "×", "无", "没有", "☐")];
}
