using System.Text.RegularExpressions;
using SocietyParty.Rules;

namespace SocietyParty.Etl.Import;

/// <summary>
/// Rows that a list has beside its own: sums, who filled it in, notes. None of them is a society, a member or anything else.
/// </summary>
internal static partial class ListRemarks
{
    /// <param name="first">The first cell of a row that says anything.</param>
    public static bool IsOne(string first) => Words().IsMatch(PlainText.Word(first));

    [GeneratedRegex(
        "^(合计|总计|小计|共计|总合计|累计|平均|平均分)([(:].*)?$"
            + "|^(填表|制表|填报|审核|报送|联系|经办|复核|负责|统计|签发)(人|单位|部门|日期|时间|电话)?([(]?(签字|签名|签章|盖章)[)]?)?([:(].*|)$"
            + "|^(单位|党组织|支部|党支部)?[(]?(盖章|公章)[)]?(:.*)?$"
            + "|^(注|备注|说明|附注|填表说明|填报说明)[0-9]?[:.、].*$|^(注|备注|说明|附注|填表说明|填报说明)$"
    )]
    private static partial Regex Words();
}
