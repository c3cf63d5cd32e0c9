using System.Collections.Frozen;
using System.Text.RegularExpressions;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Service.Http.Exports;

/// <summary>What people call the things of the contract: the Chinese word with which a description begins.</summary>
internal static partial class ContractWords
{
    // Fields that mean the same wherever they stand, and whose descriptions explain more than they name.
    private static readonly FrozenDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["id"] = "标识",
        ["version"] = "版本",
        ["name"] = "名称",
        ["nameEn"] = "英文名称",
        ["aliases"] = "别名",
        ["alias"] = "别名",
        ["title"] = "标题",
        ["code"] = "代码",
        ["kind"] = "类型",
        ["key"] = "键",
        ["reference"] = "编号",
        ["status"] = "状态",
        ["statusSince"] = "状态起始日期",
        ["establishedOn"] = "成立日期",
        ["abolishedOn"] = "撤销日期",
        ["openedOn"] = "启动日期",
        ["issuedOn"] = "印发日期",
        ["discussedAnewOn"] = "重新商议日期",
        ["discussedOn"] = "商议日期",
        ["heldOn"] = "举办日期",
        ["plannedOn"] = "计划日期",
        ["foundOn"] = "发现日期",
        ["dueOn"] = "截止日期",
        ["doneOn"] = "办结日期",
        ["since"] = "起始日期",
        ["until"] = "终止日期",
        ["validFrom"] = "起始日期",
        ["validTo"] = "终止日期",
        ["period"] = "期间",
        ["periodFrom"] = "期间首日",
        ["periodTo"] = "期间末日",
        ["asOf"] = "数据截至",
        ["loadedAt"] = "加载时间",
        ["month"] = "月份",
        ["year"] = "年度",
        ["societies"] = "学会数",
        ["numerator"] = "分子",
        ["denominator"] = "分母",
        ["value"] = "数值",
        ["definition"] = "定义",
        ["definitionEn"] = "英文定义",
        ["source"] = "依据",
        ["clause"] = "条款",
        ["severity"] = "严重程度",
        ["message"] = "说明",
        ["problem"] = "问题",
        ["stage"] = "阶段",
        ["progress"] = "完成数",
        ["target"] = "任务数",
        ["issuer"] = "发文机关",
        ["explanation"] = "原因说明",
        ["evidence"] = "佐证",
        ["voidReason"] = "作废原因",
        ["isSuppressed"] = "是否隐去",
        ["ruleSet"] = "规则集代码",
        ["ruleSetCode"] = "规则集代码",
        ["assessed"] = "参评数",
        ["place"] = "其他单位",
        ["unit"] = "单位",
        ["timeRule"] = "时间口径",
        ["dimensions"] = "可分组维度",
        ["nature"] = "性质",
        ["subjectKind"] = "对象",
        ["firstQuartile"] = "下四分位数",
        ["thirdQuartile"] = "上四分位数",
        ["clearCount"] = "清楚项数",
        ["aspectCount"] = "应清项数",
        ["isComplete"] = "是否完整",
        ["teamCount"] = "人数",
        ["crossAppointedCount"] = "交叉任职人数",
        ["category"] = "分类",
        ["reason"] = "原因",
        ["reasonCode"] = "原因代码",
        ["memberCount"] = "党员数",
        ["withCommitteeCount"] = "组织关系在党委人数",
        ["elsewhereCount"] = "组织关系在外人数",
        ["notStatedCount"] = "组织关系不详人数",
        ["staffCount"] = "支撑单位职工人数",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Fields that no type and no description names as people call them.
    private static readonly FrozenDictionary<string, string> Own = new Dictionary<string, string>
    {
        ["fromPlace"] = "转出其他单位",
        ["toPlace"] = "转入其他单位",
        ["fromBranch"] = "转出党组织",
        ["toBranch"] = "转入党组织",
        ["fromUnit"] = "转出支撑单位",
        ["toUnit"] = "转入支撑单位",
        ["fromCategory"] = "原分类",
        ["toCategory"] = "新分类",
        ["endedOn"] = "终止日期",
        ["restoredReason"] = "恢复原因",
        ["isCurrent"] = "是否现行",
        ["failClause"] = "不合格条款",
        ["requestedOn"] = "申请日期",
        ["closedOn"] = "结束日期",
        ["selfSubmittedOn"] = "自评提交日期",
        ["reviewedOn"] = "评定日期",
        ["standing"] = "暂计",
        ["hasFailed"] = "有不合格情形",
        ["on"] = "日期",
        ["gradeBasis"] = "等次依据",
        ["titleEn"] = "英文标题",
        ["count"] = "数量",
        ["min"] = "最小",
        ["max"] = "最大",
        ["sum"] = "合计",
        ["avg"] = "平均",
        ["compared"] = "对比",
        ["rows"] = "明细",
        ["section"] = "部分",
        ["item"] = "项目",
        ["listedFrom"] = "列入日期",
        ["listedTo"] = "停用日期",
        ["minimum"] = "最低次数",
        ["appraisalMinimum"] = "民主评议最低次数",
        ["lifeMeetingMinimum"] = "组织生活会最低次数",
        ["heldCount"] = "开展次数",
        ["documentedCount"] = "有佐证次数",
        ["basis"] = "方式",
        ["ballotCount"] = "票数",
        ["meanRate"] = "平均得分率",
        ["raisedOn"] = "提出日期",
        ["liftedOn"] = "解除日期",
        ["liftedReason"] = "解除原因",
        ["liftedBy"] = "解除人",
        ["beginsOn"] = "开始日期",
        ["endsOn"] = "终止日期",
        ["foundedOn"] = "成立日期",
        ["cancelledOn"] = "注销日期",
        ["voidedOn"] = "作废日期",
        ["delegationReason"] = "委托原因",
        ["cultivatedSince"] = "培养起始日期",
        ["changedBy"] = "变更人",
        ["changedAt"] = "变更时间",
        ["changedOn"] = "变更日期",
        ["claimStatus"] = "申报状态",
        ["points"] = "分值",
        ["countedPoints"] = "计入分值",
        ["meanDaysOpen"] = "平均办理天数",
        ["nameZh"] = "中文名称",
        ["numeratorZh"] = "中文分子",
        ["denominatorZh"] = "中文分母",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Parts of the names that groups derive: committeeEstablishedOnYear.
    private static readonly FrozenDictionary<string, string> Parts = new Dictionary<string, string>
    {
        ["committee"] = "党委",
        ["society"] = "社团",
        ["branch"] = "党组织",
        ["supportingUnit"] = "支撑单位",
        ["region"] = "行政区划",
        ["parent"] = "上级",
        ["round"] = "考核轮次",
        ["document"] = "文件",
        ["keptBy"] = "保管党委",
        ["latestAssessment"] = "最近考核结果",
        ["level"] = "层级",
        ["form"] = "组织形式",
        ["body"] = "所属机构",
        ["state"] = "现状",
        ["load"] = "装载",
        ["key"] = "分组",
        ["year"] = "年份",
        ["numerator"] = "英文分子",
        ["denominator"] = "英文分母",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null where nothing names it in Chinese.</summary>
    public static string? Of(IDefinition definition) =>
        definition.Description is { } text && Leading().Match(text) is { Success: true } word ? word.Value : null;

    /// <summary>An enum value's word: its label, as everywhere; else that of its description.</summary>
    public static string? Of(EnumValueDefinition value) =>
        value.Directives.FirstOrDefault(one => one.Name == "label")?.Argument("zh") as string ?? Of((IDefinition)value);

    /// <summary>A field's word: its own, the usual one, that of the thing to which it leads, or those of the parts of its name.</summary>
    public static string? Of(FieldDefinition field) =>
        Of((IDefinition)field)
        ?? Own.GetValueOrDefault(field.Name)
        ?? (field.Type.Named is CompositeType or EnumType ? Of(field.Type.Named) : null)
        ?? Usual.GetValueOrDefault(field.Name)
        ?? OfParts(field.Name);

    /// <summary>The words of the parts of a name, the longest parts first; null where one has none.</summary>
    public static string? OfParts(string name)
    {
        if (name.Length == 0)
        {
            return "";
        }

        for (var length = name.Length; length > 0; length--)
        {
            var part = name[..length];
            if (length < name.Length && !char.IsAsciiLetterUpper(name[length]))
            {
                continue;
            }

            var word = Parts.GetValueOrDefault(part) ?? Own.GetValueOrDefault(part) ?? Usual.GetValueOrDefault(part);
            var rest = length == name.Length ? "" : char.ToLowerInvariant(name[length]) + name[(length + 1)..];
            if (word is not null && OfParts(rest) is { } others)
            {
                return word + others;
            }
        }

        return null;
    }

    // With the letters of categories: 转为A类数.
    [GeneratedRegex(@"^\p{Lo}[\p{Lo}\p{Nd}]*(?:[ABC]\p{Lo}[\p{Lo}\p{Nd}]*)*")]
    private static partial Regex Leading();
}
