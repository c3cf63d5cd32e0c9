namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <content>The contradictions.</content>
public partial class SheetConflictTests
{
    // What is wrong, kind, text, code, line, header of the column.
    public static TheoryData<string, string, string, string, int, string> Conflicts =>
        new()
        {
            {
                "a code that fails",
                "societies",
                "社团名称,信用代码\n合成新,911100006000373420\n",
                "CREDIT_CODE_WRONG",
                2,
                "统一社会信用代码"
            },
            { "an unknown discipline", "societies", "社团名称,学科\n合成新,玄学\n", "SP-IMPORT-141", 2, "学科" },
            { "a name that is the alias of two", "societies", "社团名称\n同名会\n", "SP-IMPORT-142", 2, "社团名称" },
            {
                "another society's code",
                "societies",
                $"社团名称,信用代码\n合成新,{SheetGraph.Code(1)}\n",
                "CREDIT_CODE_TAKEN",
                2,
                "统一社会信用代码"
            },
            {
                "two rows with one code",
                "societies",
                $"社团名称,信用代码\n合成新,{SheetGraph.Code(9)}\n合成旧,{SheetGraph.Code(9)}\n",
                "CREDIT_CODE_TAKEN",
                3,
                "统一社会信用代码"
            },
            { "a society by name and by alias", "societies", "社团名称\n合成甲学会\n甲会\n", "SP-IMPORT-145", 3, "社团名称" },
            { "an alias that is another's name", "societies", "社团名称,别名\n合成甲学会,合成乙学会\n", "SP-IMPORT-146", 2, "别名" },
            { "an unknown region", "supporting-units", Units + "合成新,999900,,,,,\n", "SP-IMPORT-143", 2, "行政区划" },
            { "an unknown society", "supporting-units", Units + "合成院,,,合成丁学会,,,\n", "SP-IMPORT-141", 2, "科技社团" },
            {
                "another unit's code",
                "supporting-units",
                Units + $"合成新,,{SheetGraph.Code(2)},,,,\n",
                "CREDIT_CODE_TAKEN",
                2,
                "统一社会信用代码"
            },
            {
                "two leading units",
                "supporting-units",
                Units + "合成新,,,合成甲学会,2021-01-01,,是\n",
                "SUPPORTING_UNIT_OVERLAPS",
                2,
                "牵头"
            },
            {
                "the same unit twice at a time",
                "supporting-units",
                Units + "合成院,,,合成甲学会,2021-01-01,,否\n",
                "SUPPORTING_UNIT_OVERLAPS",
                2,
                "起始日期"
            },
            {
                "a relation twice in the file",
                "supporting-units",
                Units + "合成新,,,合成乙学会,2020-01-01,,否\n合成新,,,合成乙学会,2021-01-01,,否\n",
                "SP-IMPORT-145",
                3,
                "起始日期"
            },
            { "a new organization without society", "branches", Branches + "合成新党支部,,,,,\n", "SP-IMPORT-147", 2, "科技社团" },
            { "a new organization without form", "branches", Branches + "合成新,,,合成甲学会,,\n", "SP-IMPORT-148", 2, "组织形式" },
            {
                "a society twice by two names",
                "branches",
                Branches + "合成新联合党支部,,,合成甲学会；甲会,,\n",
                "SP-IMPORT-145",
                2,
                "科技社团"
            },
            { "a status that goes back", "branches", Branches + "合成甲学会党支部,推进中,2023-01-01,,,\n", "WRONG_STAGE", 2, "状态" },
            { "a status without a day", "branches", Branches + "合成甲学会党支部,已撤销,,,,\n", "STATUS_NEEDS_DATE", 2, "状态起始日期" },
            {
                "a status before the last one",
                "branches",
                Branches + "合成甲学会党支部,已撤销,2020-12-31,,,\n",
                "STATUS_DATE_TOO_EARLY",
                2,
                "状态起始日期"
            },
            { "a category without a day", "branches", Branches + "合成甲学会党支部,,,,B,\n", "CATEGORY_NEEDS_DATE", 2, "分类起始日期" },
            {
                "a category before the last one",
                "branches",
                Branches + "合成甲学会党支部,,,,B,2021-01-01\n",
                "CATEGORY_DATE_TOO_EARLY",
                2,
                "分类起始日期"
            },
            { "a post without its place", "appointments", Posts + "合成-1,,支部书记,,,,2022-01-01,\n", "POST_PLACE", 2, "党组织" },
            {
                "a post with another place",
                "appointments",
                Posts + "合成-1,,联络员,合成甲学会党支部,合成甲学会,,2022-01-01,\n",
                "POST_PLACE",
                2,
                "党组织"
            },
            { "a term for no council", "appointments", Posts + "合成-1,,联络员,,合成甲学会,3,2022-01-01,\n", "SP-IMPORT-157", 2, Term },
            {
                "an unknown person without a name",
                "appointments",
                Posts + "合成-9,,联络员,,合成甲学会,,2022-01-01,\n",
                "SP-IMPORT-158",
                2,
                "姓名"
            },
            {
                "an unknown person for a member's post, with a name",
                "appointments",
                Posts + "合成-9,合成壬,支部委员,合成甲学会党支部,,,2022-01-01,\n",
                "SP-IMPORT-158",
                2,
                "人员编号"
            },
            {
                "an unknown person for a member's post, without a name",
                "appointments",
                Posts + "合成-9,,支部委员,合成甲学会党支部,,,2022-01-01,\n",
                "SP-IMPORT-158",
                2,
                "人员编号"
            },
            {
                "a second secretary",
                "appointments",
                Posts + "合成-7,,支部书记,合成甲学会党支部,,,2022-01-01,\n",
                "POST_TAKEN",
                2,
                "起始日期"
            },
            {
                "a post held twice at a time",
                "appointments",
                Posts + "合成-1,,支部书记,合成甲学会党支部,,,2022-01-01,\n",
                "POST_HELD_ALREADY",
                2,
                "起始日期"
            },
            {
                "two secretaries in the file",
                "appointments",
                Posts + "合成-8,,支部书记,合成乙学会党支部,,,2022-01-01,\n合成-6,,支部书记,合成乙学会党支部,,,2023-01-01,\n",
                "POST_TAKEN",
                3,
                "起始日期"
            },
            { "a council without a term", "appointments", Posts + "合成-1,,理事,,合成乙学会,,2022-01-01,\n", "SP-IMPORT-160", 2, Term },
            { "an unknown branch", "members", Members + "合成-9,合成丁党支部,正式,,,,,,\n", "SP-IMPORT-141", 2, "党组织" },
            {
                "an unknown unit",
                "members",
                Members + "合成-9,合成甲学会党支部,正式,,,,合成丁院,,\n",
                "SP-IMPORT-141",
                2,
                "组织关系所在支撑单位"
            },
            { "a member of another branch", "members", Members + "合成-4,合成乙学会党支部,预备,,,,,,\n", "SP-IMPORT-162", 2, "党组织" },
            {
                "a person by two widths of a reference",
                "members",
                Members + "合成-A9,合成甲学会党支部,正式,,,,,,\n合成-Ａ９,合成甲学会党支部,正式,,,,,,\n",
                "SP-IMPORT-145",
                3,
                "人员编号"
            },
            {
                "an identity number in wide digits",
                "members",
                Members + "１１０１０１１９０００１０１０００Ｘ,合成甲学会党支部,正式,,,,,,\n",
                "REFERENCE_IS_IDENTITY_NUMBER",
                2,
                "人员编号"
            },
            { "an applicant", "members", Members + "合成-2,合成甲学会党支部,正式,,,,,,\n", "PERSON_IS_APPLICANT", 2, "人员编号" },
            { "a dissolved organization", "members", Members + "合成-9,合成丙学会党支部,正式,,,,,,\n", "BRANCH_DISSOLVED", 2, "党组织" },
            {
                "a status before joining",
                "members",
                Members + "合成-9,合成甲学会党支部,正式,2010-01-01,2011-01-01,,,,\n",
                "STATUS_BEFORE_JOINING",
                2,
                "状态起始日期"
            },
            {
                "two affiliations",
                "members",
                Members + "合成-9,合成甲学会党支部,正式,,,合成甲学会党支部,,别处,\n",
                "AFFILIATION_TWICE",
                2,
                "组织关系所在单位（其他）"
            },
            {
                "an affiliation that changes without a day",
                "members",
                Members + "合成-4,合成甲学会党支部,预备,,,,,别处,\n",
                "SP-IMPORT-167",
                2,
                "组织关系起始日期"
            },
            {
                "a conversion that the category forbids",
                "members",
                Members + "合成-4,合成甲学会党支部,正式,2023-01-01,,,,,\n",
                "CATEGORY_FORBIDS_CONVERTING_PROBATIONARY",
                2,
                "党员状态"
            },
            {
                "a conversion before its time",
                "members",
                Members + "合成-5,合成乙学会党支部,正式,2021-12-31,,,,,\n",
                "PROBATION_NOT_OVER",
                2,
                "状态起始日期"
            },
            {
                "a full member who becomes a probationary one",
                "members",
                Members + "合成-6,合成乙学会党支部,预备,2021-12-31,,,,,\n",
                "WRONG_STAGE",
                2,
                "党员状态"
            },
            {
                "a joint organization of one society",
                "branches",
                Branches + "合成新联合党支部,,,合成乙学会,,\n",
                "JOINT_BRANCH_SOCIETIES",
                2,
                "科技社团"
            },
            { "a second branch", "branches", Branches + "合成新党支部,,,合成甲学会,,\n", "SOCIETY_HAS_BRANCH", 2, "科技社团" },
            {
                "two new organizations of a form",
                "branches",
                Branches + "合成新党支部,,,合成乙学会,,\n合成再党支部,,,合成乙学会,,\n",
                "SOCIETY_HAS_BRANCH",
                3,
                "科技社团"
            },
            {
                "an organization of a society that is no more",
                "branches",
                Branches + "合成新党支部,,,合成丙学会,,\n",
                "SOCIETY_CANCELLED",
                2,
                "科技社团"
            },
            {
                "a secretary who is no member",
                "appointments",
                Posts + "合成-3,,支部委员,合成甲学会党支部,,,2022-01-01,\n",
                "POST_NEEDS_PARTY_MEMBER",
                2,
                "人员编号"
            },
            {
                "a post in an organization that is no more",
                "appointments",
                Posts + "合成-7,,支部委员,合成丙学会党支部,,,2023-01-01,\n",
                "BRANCH_DISSOLVED",
                2,
                "党组织"
            },
            {
                "a post before the council's term",
                "appointments",
                Posts + "合成-1,,理事,,合成甲学会,1,2019-01-01,2020-01-01\n",
                "POST_OUTSIDE_TERM",
                2,
                "起始日期"
            },
            {
                "two codes of one unit",
                "supporting-units",
                Units + $"合成新,,{SheetGraph.Code(3)},合成乙学会,2020-01-01,,否\n合成新,,{SheetGraph.Code(4)},合成甲学会,2020-01-01,,否\n",
                "SP-IMPORT-187",
                3,
                "统一社会信用代码"
            },
            {
                "an identity number",
                "members",
                Members + "11010119000101000X,合成甲学会党支部,正式,,,,,,\n",
                "REFERENCE_IS_IDENTITY_NUMBER",
                2,
                "人员编号"
            },
            { "another name", "appointments", Posts + "合成-1,合成别,联络员,,合成甲学会,,2022-01-01,\n", "SP-IMPORT-161", 2, "姓名" },
        };
}
