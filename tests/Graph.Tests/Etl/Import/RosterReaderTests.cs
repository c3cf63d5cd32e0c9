using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Import;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import;

public class RosterReaderTests
{
    [Theory]
    [InlineData("合计,2个")]
    [InlineData("总计,")]
    [InlineData(",小计")]
    public void A_row_of_sums_is_left_out_and_said(string row)
    {
        var list = Rosters.File($"{Rosters.Header}分类,党支部名称\nA,合成甲学会党支部\n{row}\n", "list.csv");
        list.Entries.Select(entry => entry.Branch).ShouldBe(["合成甲学会党支部"]);
        list.Notices.ShouldHaveSingleItem().Code.ShouldBe("ROW_LEFT_OUT");
    }

    /// <summary>As the annex's own text has it, and as the hint of SP-IMPORT-024 says.</summary>
    [Theory]
    [InlineData("合成甲学会党支部（筹）,", "PROPOSED")]
    [InlineData("合成甲学会党支部(推进中),推进中", "PROPOSED")]
    [InlineData("合成甲学会党支部（已撤销）,", "DISSOLVED")]
    public void A_mark_behind_a_name_in_a_row_is_its_status(string row, string status)
    {
        var list = Rosters.File($"{Rosters.Header}分类,党支部名称,状态\nA,{row}\n", "list.csv");
        var entry = list.Entries.ShouldHaveSingleItem();
        (entry.Branch, entry.Status).ShouldBe(("合成甲学会党支部", status));
        list.Notices.ShouldHaveSingleItem().Code.ShouldBe("NAME_MARKED");
    }

    [Fact]
    public void The_sample_has_the_109_published_branches()
    {
        var file = Samples.Chongqing2022();
        file.Entries.Count.ShouldBe(109);
        file.Entries.CountBy(entry => entry.Category)
            .ToDictionary()
            .ShouldBe(
                new()
                {
                    ["A"] = 4,
                    ["B"] = 44,
                    ["C"] = 61,
                }
            );
        file.Entries.CountBy(entry => (entry.Category, entry.Status))
            .Single(pair => pair.Key.Status == "PROPOSED")
            .ShouldBe(new(("A", "PROPOSED"), 2));
        file.Stated.ToDictionary()
            .ShouldBe(
                new()
                {
                    ["A"] = 4,
                    ["B"] = 58,
                    ["C"] = 61,
                }
            );
        file.Entries.SelectMany(entry => entry.Societies).Where(name => RosterWords.Kind(name) is null).ShouldBe(["重庆市抗癫痫"]);
        file.Entries.ShouldContain(entry =>
            entry.Branch == "重庆市退(离)休教师协会党支部" && entry.Societies[0] == "重庆市退(离)休教师协会"
        );
        (file.Header.DocumentNumber, file.Header.Region, file.Header.IssuedOn).ShouldBe(("渝科协社党发〔2022〕10号", "500000", null));
    }

    [Fact]
    public void Both_formats_say_the_same()
    {
        var text = Samples.Chongqing2022();
        var csv = Rosters.File(ToCsv(text), "list.csv");
        csv.Header.ShouldBe(text.Header);
        csv.Stated.ShouldBe(text.Stated);
        csv.Entries.Select(WithoutPlace).ShouldBe(text.Entries.Select(WithoutPlace));
    }

    [Fact]
    public void A_joint_branch_of_one_society_and_a_radical_are_told()
    {
        var file = Rosters.File(
            Rosters.Header + "B类党支部：\n合成甲学会联合党支部\n合成乙学会、合成丙学会联合党支部\n合成⼯程学会党支部\n合成工艺学会党支部\n"
        );
        file.Notices.Select(notice => (notice.Code, notice.MessageIn(Language.Chinese)))
            .ShouldBe([
                ("JOINT_OF_ONE_SOCIETY", "第6行：联合党支部代表几个社团，这里只写了合成甲学会。请在社团一栏或者名称中写明其他社团"),
                (
                    "NAME_HAS_RADICAL",
                    "第8行：合成⼯程学会党支部：“⼯”（U+2F2F）是部首字符，看起来像普通汉字。名称按原样保留，用普通汉字也能找到"
                ),
            ]);
        // As published.
        file.Entries[2].Branch.ShouldBe("合成⼯程学会党支部");
    }

    [Fact]
    public void A_spreadsheet_may_quote_and_pad_what_it_saves()
    {
        var file = Rosters.File(
            "\uFEFF"
                + Rosters.Header.Replace("\n", ",,\r\n", StringComparison.Ordinal)
                + "\"# stated: A=1, B=2\",,\r\nBranch,分类,,\r\n\"甲学会党支部\",Ａ类,,\r\n,,\r\n 乙协会联合党支部 ,b,\r\n",
            "list.csv"
        );
        file.Stated.ToDictionary().ShouldBe(new() { ["A"] = 1, ["B"] = 2 });
        file.Entries.Select(entry => (entry.Branch, entry.Category, entry.Form))
            .ShouldBe([("甲学会党支部", "A", "BRANCH"), ("乙协会联合党支部", "B", "JOINT_BRANCH")]);
    }

    [Theory]
    [InlineData("甲学会党支部", "C", "甲学会", "FUNCTIONAL_BRANCH", "LEARNED_SOCIETY")]
    [InlineData("甲协会党支部", "A", "甲协会", "BRANCH", "ASSOCIATION")]
    [InlineData("甲研究会联合党支部", "C", "甲研究会", "JOINT_BRANCH", "RESEARCH_SOCIETY")]
    [InlineData("甲促进会功能型特设党支部", "B", "甲促进会", "FUNCTIONAL_BRANCH", "PROMOTION_SOCIETY")]
    [InlineData("甲联合会党总支", "B", "甲联合会", "GENERAL_BRANCH", "FEDERATION")]
    [InlineData("甲基金会党委", "B", "甲基金会", "PARTY_COMMITTEE", "FOUNDATION")]
    [InlineData("甲研究院党的工作小组", "B", "甲研究院", "WORK_GROUP", "INSTITUTE")]
    public void Society_form_and_kind_follow_from_the_name(string branch, string category, string society, string form, string kind)
    {
        var entry = Rosters.File($"{Rosters.Header}{category}类党支部（1个）：{branch}").Entries[0];
        (entry.Societies[0], entry.Form, RosterWords.Kind(entry.Societies[0])).ShouldBe((society, form, kind));
    }

    [Fact]
    public void Columns_override_what_the_name_says()
    {
        var entry = Rosters
            .File(
                Rosters.Header
                    + "category,branch,society,form,status,status_since\nC,甲学会党支部,甲学会；乙学会,党支部,已撤销,2022年5月1日\n",
                "list.csv"
            )
            .Entries[0];
        (entry.Form, entry.FormStated, entry.Status, entry.StatusSince).ShouldBe(("BRANCH", true, "DISSOLVED", new DateOnly(2022, 5, 1)));
        entry.Societies.ShouldBe(["甲学会", "乙学会"]);
    }

    [Fact]
    public void Options_override_the_header()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Rosters.Header + "A类党支部：甲学会党支部"));
        var header = RosterReader
            .Read(stream, "x", new Dictionary<string, string> { ["title"] = "另一名单", ["issued-on"] = "2023-01-02" })
            .File!.Header;
        (header.Title, header.IssuedOn).ShouldBe(("另一名单", new DateOnly(2023, 1, 2)));
    }

    // Whatever white space and widths a text has, the names and marks come out as they went in.
    [Fact]
    public void Names_survive_any_white_space_and_width()
    {
        var name =
            from body in Gen.Elements("重庆", "市", "物理", "退(离)休", "营养师（健康管理师）", "A", "3").NonEmptyListOf()
            from suffix in Gen.Elements("学会", "协会", "研究会", "基金会", "")
            from ending in Gen.Elements("党支部", "联合党支部", "党总支", "党委")
            select string.Concat(body.Take(8)) + suffix + ending;
        var entry =
            from text in name
            from mark in Gen.Elements("", "(推进中)", "（推进中）", " ( 推进中 )", "（已撤销）")
            from space in Gen.Elements(" ", "\n", "\u3000", "\t", "\r\n", "\n\n  ", "\u00A0 ")
            select (text, mark, space);
        var heading = Gen.Elements("A 类党支部 (9 个):", "B类党支部（９个）：", " C　类 党支部( 9 个 ) ：", "a类党支部：");
        var list =
            from first in heading
            from entries in entry.NonEmptyListOf()
            select (first, entries: entries.DistinctBy(e => e.text).ToList());
        Prop.ForAll(list.ToArbitrary(), drawn =>
            {
                var text = Rosters.Header + drawn.first + "\n" + string.Concat(drawn.entries.Select(e => e.text + e.mark + e.space));
                Rosters
                    .File(text)
                    .Entries.Select(e => (e.Branch, e.Status))
                    .ShouldBe(drawn.entries.Select(e => (e.text, StatusOf(e.mark))));
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20221121, 11));
    }

    private static string StatusOf(string mark) =>
        mark.Contains("推进中", StringComparison.Ordinal) ? "PROPOSED"
        : mark.Length == 0 ? "ESTABLISHED"
        : "DISSOLVED";

    private static RosterEntry WithoutPlace(RosterEntry entry) => entry with { Line = 0, Societies = [] };

    internal static string ToCsv(RosterFile file)
    {
        var text = new StringBuilder();
        text.AppendLine($"# committee: {file.Header.Committee}")
            .AppendLine($"# region: {file.Header.Region}")
            .AppendLine($"# document-title: {file.Header.DocumentTitle}")
            .AppendLine($"# document-number: {file.Header.DocumentNumber}")
            .AppendLine($"# issuer: {file.Header.Issuer}")
            .AppendLine($"# title: {file.Header.Title}")
            .AppendLine($"# stated: {string.Join(", ", file.Stated.Select(pair => $"{pair.Key}={pair.Value}"))}")
            .AppendLine("category,branch,status");
        foreach (var entry in file.Entries)
        {
            text.AppendLine($"{entry.Category},\"{entry.Branch}\",{entry.Status}");
        }

        return text.ToString();
    }
}
