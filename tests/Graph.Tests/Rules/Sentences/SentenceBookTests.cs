using System.CommandLine;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http;
using SocietyParty.Service.Http.Exports;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Start;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Rules.Sentences;

/// <summary>Every code has its sentence in both languages, and every place of a sentence has what it shows.</summary>
public sealed partial class SentenceBookTests
{
    private static readonly SentenceBook English = SentenceBook.Of(Language.English);
    private static readonly SentenceBook Chinese = SentenceBook.Of(Language.Chinese);

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_places()
    {
        English.Texts.Count.ShouldBeGreaterThan(300);
        Chinese.Texts.Keys.Order(StringComparer.Ordinal).ShouldBe(English.Texts.Keys.Order(StringComparer.Ordinal));
        English
            .Texts.Where(text => !Places(text.Value).SetEquals(Places(Chinese.Texts[text.Key])))
            .Select(text => text.Key)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Chinese_sentences_are_Chinese()
    {
        Chinese
            .Texts.Where(text => SentenceBook.Place().Replace(text.Value, "").Any(char.IsLetterOrDigit))
            .Where(text => Foreign(text).Any() || !Han().IsMatch(text.Value))
            .Select(text => $"{text.Key}: {text.Value}")
            .ShouldBeEmpty();
        // Of an import the words of sheets, of a clause the document's own.
        English
            .Texts.Where(text => Han().IsMatch(text.Value.Replace("(是)", "").Replace("(否)", "")))
            .Select(text => text.Key)
            .Where(key =>
                !key.StartsWith("SP-IMPORT-", StringComparison.Ordinal) && !key.StartsWith("HeaderKey.", StringComparison.Ordinal)
            )
            // The word with which synthetic names begin, and an example of a region.
            .ShouldBe(["Help.Generate", "SP-REGIONS-001.NoRegion:hint", "Start.AllSynthetic"], ignoreOrder: true);
    }

    /// <summary>Codes of roles, rights and types are for programs; people read the contract's labels.</summary>
    [Fact]
    public void Roles_and_rights_are_shown_by_their_words()
    {
        var shown = Sources()
            .SelectMany(file =>
                Regex
                    .Matches(File.ReadAllText(file), "\\(\"(?:role|right)\", (?<value>[^,)]*[A-Za-z][^,)]*)")
                    .Select(match => $"{Path.GetFileName(file)}: {match.Groups["value"].Value}")
            )
            .ToList();
        shown.Count.ShouldBeGreaterThan(3);
        shown.Where(one => !one.Contains("EnumWords.OfName", StringComparison.Ordinal)).ShouldBeEmpty();
        new Sentence("SP-ACCESS-005", [("right", EnumWords.OfName("MAKE_TOKENS", "AccessRight"))])
            .In(Language.Chinese)
            .ShouldBe("您的角色没有此项权限（制作令牌）。");
    }

    /// <summary>What is said to a caller stands in the sources as a key, followed by what the sentence shows.</summary>
    [Fact]
    public void Every_sentence_that_is_said_is_known_and_gets_what_it_shows()
    {
        var wrong = new List<string>();
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Sources())
        {
            var text = File.ReadAllText(file);
            foreach (var site in Site().Matches(text).Concat(SaidByCommand().Matches(text)))
            {
                var (key, place) = (site.Groups["key"].Value, $"{Path.GetFileName(file)}: {site.Groups["key"].Value}");
                if (!English.Texts.ContainsKey(key))
                {
                    wrong.Add($"{place} is no sentence");
                    continue;
                }

                said.Add(key);
                var given = Given(site.Groups["arguments"].Value);
                // What an import expects and advises is said with what it shows.
                var places = Parts(key).SelectMany(Places).ToHashSet();
                // What a command says may hold another sentence, and one of two may need less.
                if (Typed().IsMatch(key) ? !places.IsSubsetOf(given) : !places.SetEquals(given))
                {
                    wrong.Add($"{place} shows {string.Join(", ", places)} and gets {string.Join(", ", given)}");
                }
            }
        }

        // Codes that a rule names for its callers; which of several sentences it is may be put behind.
        wrong.AddRange(
            Sources()
                .SelectMany(file => Code().Matches(File.ReadAllText(file)))
                .Select(code => code.Groups["code"].Value)
                .Where(code => !English.Texts.Keys.Any(key => key.Split('.')[0] == code))
                .Select(code => $"{code} has no sentence")
        );
        wrong.ShouldBeEmpty();
        said.Count.ShouldBeGreaterThan(250);
    }

    [Fact]
    public void Every_sentence_is_said_somewhere()
    {
        var sources = string.Join('\n', Sources().Select(File.ReadAllText));
        English
            .Texts.Keys.Select(key => key.Split(':')[0])
            .Where(key => !PutTogether.Any(start => key.StartsWith(start, StringComparison.Ordinal)))
            // A key may be put together: "LEADER_NOT_ELIGIBLE" and what is expected.
            .Where(key =>
                !sources.Contains($"\"{key}\"", StringComparison.Ordinal)
                && !(key.Contains('.', StringComparison.Ordinal) && sources.Contains($"\"{key.Split('.')[0]}\"", StringComparison.Ordinal))
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Words_of_enums_are_those_of_the_contract()
    {
        var schema = WebHost.SchemaOfContract();
        var enums = schema
            .Types.OfType<EnumType>()
            .Where(type => type.Values.Any(value => value.Directive("label") is not null))
            .Select(type =>
                (
                    type.Name,
                    Words: type.Values.Select(value =>
                        (
                            value.Name,
                            Zh: (string)value.Directive("label")!.Argument("zh")!,
                            En: (string)value.Directive("label")!.Argument("en")!
                        )
                    )
                )
            );
        // What the record of what was done names: operations, lists that are taken as files, and fields about people.
        (string Name, IEnumerable<(string Name, string Zh, string En)> Words)[] others =
        [
            ("Mutation", Fields(schema.Mutation!)),
            (
                "List",
                schema
                    .Types.OfType<ObjectType>()
                    .Where(type => type == schema.Query || type.Field("id") is not null)
                    .OrderByDescending(type => type == schema.Query)
                    .SelectMany(Fields, (type, word) => (Field: type.Field(word.Name)!, word))
                    .Where(one => one.Field.Argument("after") is not null)
                    .Select(one => one.word)
                    .DistinctBy(word => word.Name)
            ),
            (
                "PersonalField",
                PersonalFields
                    .Types.Order(StringComparer.Ordinal)
                    .SelectMany(type => Fields((ObjectType)schema.Type(type)!).Select(word => word with { Name = $"{type}.{word.Name}" }))
            ),
        ];
        var words = enums
            .Concat(others)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToDictionary(
                type => type.Name,
                type => type.Words.ToDictionary(word => word.Name, word => new { zh = word.Zh, en = word.En })
            );
        words["Mutation"].Where(word => !Han().IsMatch(word.Value.zh)).ShouldBeEmpty();
        Golden.Match("../../api/Rules/Sentences/words.json", JsonSerializer.Serialize(words, Indented));
    }

    // The word with which a description begins; in English the name itself, as words.
    private static IEnumerable<(string Name, string Zh, string En)> Fields(ObjectType type) =>
        type.Fields.Where(Visibility.IsPublic).Select(field => (field.Name, ContractWords.Of(field) ?? field.Name, Spaced(field.Name)));

    private static string Spaced(string name) =>
        char.ToUpperInvariant(name[0])
        + string.Concat(name.Skip(1).Select(c => char.IsAsciiLetterUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));

    [Theory]
    [InlineData(Language.English, "It is Approved and cannot become Discussed; it can become Submitted or Expired.", "2026-06-10.")]
    [InlineData(Language.Chinese, "目前是“已批准”，不能变为“已讨论”，只能变为：已报批或已届满。", "2026年6月10日，")]
    public void What_a_place_shows_follows_the_language(Language language, string stages, string day)
    {
        new Breach(
            "WRONG_STAGE.OtherFollows",
            [("from", GroupStage.Approved), ("to", GroupStage.Discussed), ("next", new[] { GroupStage.Submitted, GroupStage.Expired })],
            null
        )
            .Sentence.In(language)
            .ShouldBe(stages);
        new Breach("BEFORE_REQUEST", [("requestedOn", new DateOnly(2026, 6, 10))], null).Sentence.In(language).ShouldContain(day);
    }

    [Fact]
    public void A_name_with_braces_stays_as_it_is() =>
        new Sentence("BRANCH_NAMED_TWICE", [("branch", "{branch} 第一支部")])
            .In(Language.Chinese)
            .ShouldBe("{branch} 第一支部填写了两次。");

    [Fact]
    public void A_sentence_or_an_argument_that_is_missing_is_a_fault()
    {
        Should.Throw<InvalidOperationException>(() => new Sentence("NO_SUCH", []).In(Language.English)).Message.ShouldContain("NO_SUCH");
        Should
            .Throw<InvalidOperationException>(() => new Sentence("BRANCH_NAMED_TWICE", []).In(Language.English))
            .Message.ShouldContain("no argument branch");
    }

    [Fact]
    public void Enums_that_the_contract_names_otherwise_have_words()
    {
        EnumWords.Of(Category.A, Language.Chinese).ShouldBe("A类（直管）");
        EnumWords.Of(ActivityCategory.Unclassified, Language.English).ShouldBe(EnumWords.Of(Category.Unclassified, Language.English));
    }

    // Followed by the name of a type, a limit, a key of a header or a column, a check, a reason, a constraint, the code of an error, or a
    // text of the library.
    private static readonly string[] PutTogether =
    [
        .. "Thing. Limit. HeaderKey. Report. Check. LoadReason. FactGrain. FactKind. Additivity. TimeRule. ShapeType.".Split(' '),
        .. "Wrong. Collision. RuleKey. RuleValue. Engine. Help.Help Help.Version".Split(' '),
    ];

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static IEnumerable<string> Parts(string key) =>
        new[] { key, key + ":expected", key + ":hint" }.Where(English.Texts.ContainsKey).Select(part => English.Texts[part]);

    private static IEnumerable<string> Sources() =>
        new[]
        {
            "api/Rules",
            "api/Service/Mutations",
            "api/Service/Start",
            "api/Service/Options",
            "api/Service/Trust",
            "api/Service/Http",
            "etl",
        }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(Golden.ProjectFolder(), "../..", folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static HashSet<string> Places(string text) =>
        [.. SentenceBook.Place().Matches(text).Select(place => place.Groups["name"].Value)];

    private static HashSet<string> Given(string arguments) => [.. Argument().Matches(arguments).Select(one => one.Groups["name"].Value)];

    // Names of fields, of the contract and of standards stand as they are; on the command line its own names and those of tools, too.
    private static IEnumerable<string> Foreign(KeyValuePair<string, string> text) =>
        Word()
            .Matches(SentenceBook.Place().Replace(text.Value, ""))
            .Select(word => word.Value)
            .Where(word => !Kept.Contains(word) && !(Typed().IsMatch(text.Key) && OfCommandLine.Value.Contains(word)));

    private static readonly Lazy<HashSet<string>> OfCommandLine = new(() =>
        [
            .. ((Command[])[Commands.Root(Words.English), ServiceCommand.Create(Words.English)])
                .SelectMany(Names)
                .SelectMany(name => Word().Matches(name).Select(word => word.Value)),
            // What is typed: values, settings and variables.
            .. "zh en nation city chongqing none finebi office edition pg json PROVINCE MONTH effectiveFrom override Choice".Split(' '),
            .. "EXCELLENT GOOD QUALIFIED UNQUALIFIED ConnectionStrings Graph Warehouse LC ALL MESSAGES LANG Limits PageSizeMax".Split(' '),
            .. "code name englishName null Database Port Rules Folder appsettings Ctrl if CREATEROLE DROP OWNED BY ROLE end".Split(' '),
            .. "CREATE zip MB".Split(' '),
            // Names of tools and formats.
            .. "BI csv SQL JSON ANSI SDL GraphQL PostgreSQL Word WPS Excel LibreOffice Parquet DuckDB Spark Trino dw mart".Split(' '),
        ]
    );

    private static IEnumerable<string> Names(Command command) =>
        [command.Name, .. command.Options.Select(option => option.Name), .. command.Subcommands.SelectMany(Names)];

    private static readonly HashSet<string> Kept =
    [
        .. "id true false GB dryRun idempotencyKey voidEvidence recordUncoveredReason changeLeadingGroup".Split(' '),
        .. "UTF CSV PDF xlsx xls docx doc templates issued on stated FFFD".Split(' '),
    ];

    // Said on the command line or at the service's start.
    [GeneratedRegex(@"^(Help|Cli|Start|Wrong|Explain|Rules|ShapeType|WEIGHTS_DO_NOT_ADD_UP|SP-(?!IMPORT)[A-Z]+-\d+)")]
    private static partial Regex Typed();

    [GeneratedRegex(@"[A-Za-z]{2,}")]
    private static partial Regex Word();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    // A key and the list behind it, which holds brackets within brackets.
    [GeneratedRegex(
        @"""(?<key>([A-Z][A-Z0-9]*(_[A-Z0-9]+)+|SP-[A-Z]+-[0-9]+|(Rules|Shape|Drift|Watch|LoadReason)(?=\.))(\.[A-Za-z]+)?)"",\s*\[(?<arguments>(?:[^\[\]]|(?<open>\[)|(?<-open>\]))*(?(open)(?!)))\]"
    )]
    private static partial Regex Site();

    // What a command says: the key and what is behind it, which holds brackets within brackets.
    [GeneratedRegex(
        @"words\s*\.\s*(Say|Coded)\(\s*""(?<key>[A-Z][A-Za-z0-9-]*(\.[A-Za-z0-9]+)*)""(?<arguments>(?:[^()]|(?<open>\()|(?<-open>\)))*(?(open)(?!)))\)"
    )]
    private static partial Regex SaidByCommand();

    [GeneratedRegex("public const string \\w+ = \"(?<code>[A-Z0-9]+(_[A-Z0-9]+)+)\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"\(""(?<name>[A-Za-z0-9]+)"",")]
    private static partial Regex Argument();
}
