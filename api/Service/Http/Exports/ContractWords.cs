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
        ["ruleSet"] = "规则集",
        ["ruleSetCode"] = "规则集",
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

    /// <summary>Null where nothing names it in Chinese.</summary>
    public static string? Of(IDefinition definition) =>
        definition.Description is { } text && Leading().Match(text) is { Success: true } word ? word.Value : null;

    /// <summary>A field's word: its own, the usual one, or that of the thing to which it leads.</summary>
    public static string? Of(FieldDefinition field) =>
        Of((IDefinition)field)
        ?? (field.Type.Named is CompositeType or EnumType ? Of(field.Type.Named) : null)
        ?? Usual.GetValueOrDefault(field.Name);

    [GeneratedRegex(@"^\p{Lo}[\p{Lo}\p{Nd}]*")]
    private static partial Regex Leading();
}
