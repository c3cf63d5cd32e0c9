using System.Reflection;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules.Assessments;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Http;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>What is said of the clauses holds of documents, contract, rules and tests as they are.</summary>
public sealed class ClauseTableTests
{
    private static readonly ClauseTable Table = ClauseTable.Read();

    private static readonly string Repository = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", ".."));

    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Contract = WebHost.SchemaOfContract();

    [Fact]
    public void The_table_follows_its_schema() => new JsonShape(ClauseTable.Shape).Problems(ClauseTable.Content).ShouldBeEmpty();

    [Fact]
    public void Every_clause_has_a_duty_or_a_reason_for_having_none()
    {
        var clauses = ClauseTable.Clauses.Select(clause => clause.Citation).ToList();
        clauses.Count.ShouldBeGreaterThan(90);
        var asked = Table.Duties.Select(duty => duty.Clause).Distinct().ToList();
        var without = Table.NothingToDo.Select(clause => clause.Clause).ToList();
        // In the documents' order, so that a reader finds each where it stands.
        asked.ShouldBe(clauses.Where(asked.Contains));
        without.ShouldBe(clauses.Where(without.Contains));
        asked.Intersect(without).ShouldBeEmpty();
        clauses.Except(asked).Except(without).ShouldBeEmpty();
    }

    [Fact]
    public void A_duty_is_stated_in_words_of_its_clause_and_once()
    {
        var texts = ClauseTable.Clauses.ToDictionary(clause => clause.Citation, clause => clause.Text);
        Table
            .Duties.Where(duty => !texts[duty.Clause].Contains(duty.Words, StringComparison.Ordinal))
            .Select(duty => $"{duty.Clause} {duty.Words}")
            .ShouldBeEmpty();
        Table.Duties.Select(duty => (duty.Clause, duty.Words)).ShouldBeUnique();
        Table.Duties.Select(duty => (duty.Clause, duty.Duty)).ShouldBeUnique();
    }

    [Fact]
    public void Only_what_works_as_a_whole_lacks_nothing() =>
        Table
            .Duties.Where(duty =>
                (duty.State, duty.Where.Count > 0, duty.Tests.Count > 0, duty.Note is not null)
                    is not (

                        (ClauseTable.Whole, true, true, false)
                        or
                        (ClauseTable.InPart, true, true, true)
                        or
                        (ClauseTable.Missing, false, false, true)
                    )
            )
            .Select(duty => $"{duty.Clause} {duty.Duty}")
            .ShouldBeEmpty();

    [Fact]
    public void Every_place_that_is_named_is_there() =>
        Table
            .Duties.SelectMany(duty => duty.Where.Where(place => !IsThere(place)).Select(place => $"{duty.Clause} {place}"))
            .ShouldBeEmpty();

    /// <summary>A kind of evidence or an item of the assessment that serves a clause as a whole cites it.</summary>
    [Fact]
    public void What_a_rule_set_defines_for_a_clause_cites_it()
    {
        var sources = RuleFiles.Usual<EvidenceRules>().Kinds.ToDictionary(kind => $"evidence {kind.Code}", kind => kind.Source);
        foreach (var item in Scheme.Chongqing.Items)
        {
            sources.Add($"item {item.Code}", item.Maximum.Source);
        }

        var named = Table
            .Duties.Where(duty => duty.State == ClauseTable.Whole)
            .SelectMany(duty => duty.Where.Where(sources.ContainsKey).Select(place => (duty.Clause, Place: place)))
            .ToList();
        named.Count.ShouldBeGreaterThan(30);
        named
            .Where(entry =>
                !Citations.In(sources[entry.Place]).Any(citation => $"{citation.Document} {Citations.CodeOf(citation)}" == entry.Clause)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Every_test_that_is_named_is_run()
    {
        var tests = typeof(ClauseTableTests)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods()
                    .Where(method => method.GetCustomAttribute<FactAttribute>() is { Skip: null })
                    .Select(method => $"{type.Name}.{method.Name}")
            )
            .ToHashSet();
        Table
            .Duties.SelectMany(duty => duty.Tests.Where(test => !tests.Contains(test)).Select(test => $"{duty.Clause} {test}"))
            .ShouldBeEmpty();
    }

    /// <summary><c>UPDATE_GOLDEN=1</c> writes the tables anew.</summary>
    [Fact]
    public void The_page_shows_the_table_as_it_is()
    {
        const string path = "../../schema/README.md";
        const string begin = "<!-- clauses -->\n",
            end = "<!-- /clauses -->";
        var page = File.ReadAllText(Path.Combine(Golden.ProjectFolder(), path));
        var (first, last) = (page.IndexOf(begin, StringComparison.Ordinal) + begin.Length, page.IndexOf(end, StringComparison.Ordinal));
        Golden.Match(path, page[..first] + Table.Markdown() + page[last..]);
    }

    private static bool IsThere(string place) =>
        place.Split(' ') switch
        {
            ["evidence", var code] => RuleFiles.Usual<EvidenceRules>().Kinds.Any(kind => kind.Code == code),
            ["item", var code] => Scheme.Chongqing.Item(code) is not null,
            ["indicator", var id] => Exists($"schema/rules/indicators/{id}.json"),
            ["rule", var name] => Directory
                .EnumerateDirectories(Path.Combine(Repository, "api/Rules"))
                .Any(subject => File.Exists(Path.Combine(subject, $"{name}.cs"))),
            ["sheet", var name] => SheetKind.Find(name) is not null,
            ["view", var name] => Exists($"schema/graph/views/{name}.sql"),
            [var name] => name.Split('.') switch
            {
                [var mutation] => Contract.Mutation!.Field(mutation) is not null,
                [var type, var part] => Contract.Type(type) switch
                {
                    FieldsType fields => fields.Field(part) is not null,
                    EnumType values => values.Value(part) is not null,
                    _ => false,
                },
                _ => false,
            },
            _ => false,
        };

    private static bool Exists(string path) => File.Exists(Path.Combine(Repository, path));
}
