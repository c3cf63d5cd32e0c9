namespace SocietyParty.Graph.Tests.Service.Mutations.Evidence;

/// <summary>Evidence records: charter clauses of societies, six haves of branches, and what other kinds bring.</summary>
public sealed class EvidenceTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string OfRecord =
        "kind ruleSet subjectKind nature heldOn validTo isMet evidence voidedOn version fields { name label value }";

    private async Task<string> SocietyAsync(string name) =>
        (await city.DoneAsync("foundSociety", new { name, committee = MutationFixture.Id("Committee", 1) })).GetProperty("id").GetString()!;

    private async Task<string> OfSocietyAsync(string society, string selection) =>
        (await city.QueryAsync($"query($id: ID!) {{ society(id: $id) {{ {selection} }} }}", new { id = society }))
            .GetProperty("society")
            .ToString();

    private static object Clause(string society, string heldOn, bool included) =>
        new
        {
            society,
            kind = "CHARTER_CLAUSE",
            heldOn,
            fields = new[] { new { name = "included", value = included ? "true" : "否" } },
            evidence = "章程核准表",
        };

    private static object[] Haves(string flag = "true") =>
        [
            .. new[] { "place", "facilities", "sign", "books", "rules" }.Select(name => new { name, value = "true" }),
            new { name = "flag", value = flag },
        ];

    [Fact]
    public async Task A_charter_clause_is_recorded_with_what_proves_it()
    {
        var society = await SocietyAsync("合成入章学会");
        (await OfSocietyAsync(society, "evidence { totalCount }")).ShouldBe("""{"evidence":{"totalCount":0}}""");
        var done = await city.DoneAsync(
            "recordEvidence",
            new
            {
                society,
                kind = "CHARTER_CLAUSE",
                heldOn = "2023-05-10",
                fields = new[] { new { name = "article", value = "第三条" }, new { name = "included", value = "是" } },
                evidence = "章程（2023年修订）",
            },
            OfRecord + " definition { name clause indicator assessmentItem } keptBy { id } society { name } branch { name }"
        );
        done.ToString()
            .ShouldBe(
                """{"kind":"CHARTER_CLAUSE","ruleSet":"chongqing-2020","subjectKind":"SOCIETY","nature":"STATE","heldOn":"2023-05-10","validTo":null,"isMet":true,"evidence":"章程（2023年修订）","voidedOn":null,"version":1,"fields":[{"name":"included","label":"写入章程","value":"true"},{"name":"article","label":"章程条款","value":"第三条"}],"definition":{"name":"党建入章","clause":"001 §7, 002 §10, 004 政治建设-2","indicator":"I09","assessmentItem":"POLITICAL_2"},"keptBy":{"id":"""
                    + $"\"{MutationFixture.Id("Committee", 1)}\""
                    + """},"society":{"name":"合成入章学会"},"branch":null}"""
            );
    }

    [Fact]
    public async Task A_state_holds_until_the_next_one_in_whatever_order_they_are_entered()
    {
        var society = await SocietyAsync("合成沿革学会");
        foreach (var (day, included) in new[] { ("2023-01-01", false), ("2025-01-01", true), ("2024-01-01", true), ("2022-01-01", true) })
        {
            await city.DoneAsync("recordEvidence", Clause(society, day, included));
        }

        (await PeriodsAsync(society)).ShouldBe("2022-01-01→2023-01-01 t1 2023-01-01→2024-01-01 f1 2024-01-01→2025-01-01 t1 2025-01-01→ t1");
        (
            await OfSocietyAsync(
                society,
                "before: evidence(asOf: \"2021-12-31\") { totalCount } then: evidence(asOf: \"2023-12-31\", where: { kind: { eq: "
                    + "\"CHARTER_CLAUSE\" } }) { nodes { heldOn isMet } } now: evidence { nodes { heldOn isMet } } "
                    + "evidenceHistory(order: { heldOn: DESC }) { nodes { heldOn validTo } }"
            )
        ).ShouldBe(
            """{"before":{"totalCount":0},"then":{"nodes":[{"heldOn":"2023-01-01","isMet":false}]},"now":{"nodes":[{"heldOn":"2025-01-01","isMet":true}]},"evidenceHistory":{"nodes":[{"heldOn":"2025-01-01","validTo":null},{"heldOn":"2024-01-01","validTo":"2025-01-01"},{"heldOn":"2023-01-01","validTo":"2024-01-01"},{"heldOn":"2022-01-01","validTo":"2023-01-01"}]}}"""
        );
        (await city.RefusedAsync("recordEvidence", Clause(society, "2024-01-01", false))).ShouldBe([
            "EVIDENCE_RECORDED 001 §7, 002 §10, 004 政治建设-2",
        ]);
    }

    [Fact]
    public async Task A_void_record_never_held_and_stays_in_the_history()
    {
        var society = await SocietyAsync("合成作废学会");
        await city.DoneAsync("recordEvidence", Clause(society, "2022-01-01", true));
        var record = (await city.DoneAsync("recordEvidence", Clause(society, "2023-01-01", false))).GetProperty("id").GetString();
        await city.DoneAsync("recordEvidence", Clause(society, "2024-01-01", true));
        (
            await city.RefusedAsync(
                "voidEvidence",
                new
                {
                    record,
                    reason = " ",
                    version = 1,
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        (
            await city.RefusedAsync(
                "voidEvidence",
                new
                {
                    record,
                    reason = "录错学会",
                    version = 2,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (
            await city.DoneAsync(
                "voidEvidence",
                new
                {
                    record,
                    reason = "录错学会",
                    version = 1,
                },
                "heldOn validTo isMet voidReason version"
            )
        ).ToString().ShouldBe("""{"heldOn":"2023-01-01","validTo":null,"isMet":false,"voidReason":"录错学会","version":2}""");
        (await PeriodsAsync(society)).ShouldBe("2022-01-01→2024-01-01 t1 2024-01-01→ t1");
        (await city.RefusedAsync("voidEvidence", new { record, reason = "再次" })).ShouldBe(["EVIDENCE_VOID"]);
        (
            await OfSocietyAsync(
                society,
                "evidence(asOf: \"2023-06-01\") { nodes { heldOn } } evidenceHistory { totalCount } "
                    + "standing: evidenceHistory(where: { voidedOn: { eq: null } }) { totalCount }"
            )
        ).ShouldBe("""{"evidence":{"nodes":[{"heldOn":"2022-01-01"}]},"evidenceHistory":{"totalCount":3},"standing":{"totalCount":2}}""");

        // The slip is mended: the same day may be recorded anew.
        await city.DoneAsync("recordEvidence", Clause(society, "2023-01-01", true));
        (await PeriodsAsync(society)).ShouldBe("2022-01-01→2023-01-01 t1 2023-01-01→2024-01-01 t1 2024-01-01→ t1");
    }

    [Fact]
    public async Task The_first_and_the_last_record_may_be_void_too()
    {
        var society = await SocietyAsync("合成首末学会");
        var first = (await city.DoneAsync("recordEvidence", Clause(society, "2022-01-01", true))).GetProperty("id").GetString();
        await city.DoneAsync("recordEvidence", Clause(society, "2023-01-01", true));
        var last = (await city.DoneAsync("recordEvidence", Clause(society, "2024-01-01", true))).GetProperty("id").GetString();
        await city.DoneAsync("voidEvidence", new { record = first, reason = "误录" });
        await city.DoneAsync("voidEvidence", new { record = last, reason = "误录" });
        (await PeriodsAsync(society)).ShouldBe("2023-01-01→ t1");
    }

    [Fact]
    public async Task Six_haves_are_met_when_all_six_are_there()
    {
        var branch = MutationFixture.Id("Branch", 1);
        object Of(string heldOn, object[] fields) =>
            new
            {
                branch,
                kind = "SIX_HAVES",
                heldOn,
                fields,
                evidence = "现场查看",
            };
        (await city.DoneAsync("recordEvidence", Of("2023-01-01", Haves("false")), "isMet")).ToString().ShouldBe("""{"isMet":false}""");
        (await city.DoneAsync("recordEvidence", Of("2023-03-01", Haves()), "isMet")).ToString().ShouldBe("""{"isMet":true}""");
        const string clause = "004 组织建设-6";
        (await city.RefusedAsync("recordEvidence", Of("2023-04-01", [.. Haves().Skip(1)]))).ShouldBe([$"EVIDENCE_FIELD_MISSING {clause}"]);
        (await city.RefusedAsync("recordEvidence", Of("2023-04-01", [.. Haves(), new { name = "tea", value = "true" }]))).ShouldBe([
            $"EVIDENCE_FIELD_UNKNOWN {clause}",
        ]);
        (await city.RefusedAsync("recordEvidence", Of("2023-04-01", [.. Haves(), new { name = "flag", value = "true" }]))).ShouldBe([
            $"EVIDENCE_FIELD_REPEATED {clause}",
        ]);
        (await city.RefusedAsync("recordEvidence", Of("2023-04-01", Haves("大概")))).ShouldBe([$"EVIDENCE_VALUE_INVALID {clause}"]);
        (await city.RefusedAsync("recordEvidence", Of("2099-04-01", Haves()))).ShouldBe(["DAY_TO_COME"]);
    }

    [Fact]
    public async Task Rows_that_say_their_days_themselves_must_not_overlap()
    {
        var society = Key(await SocietyAsync("合成重叠学会"));
        Task AddAsync(string heldOn, string days) =>
            city.ExecuteAsync(
                """
                INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, society_id, nature, held_on, valid_during, content, is_met, evidence)
                VALUES ('CHARTER_CLAUSE', 'default', 1, @society, 'STATE', @heldOn::date, @days::daterange, '{"included": true}', true, '合成')
                """,
                new
                {
                    society,
                    heldOn,
                    days,
                }
            );
        await AddAsync("2023-01-01", "[2023-01-01,2024-01-01)");
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => AddAsync("2023-06-01", "[2023-06-01,)"))).ConstraintName.ShouldBe(
            "evidence_record_one_state_at_a_time"
        );
        await AddAsync("2024-01-01", "[2024-01-01,)");
    }

    private Task<string> PeriodsAsync(string society) =>
        city.ScalarAsync<string>(
            """
            SELECT string_agg(concat(held_on, '→', valid_to, ' ', left(is_met::text, 1), version), ' ' ORDER BY held_on)
            FROM graph.evidence_record WHERE valid_during IS NOT NULL AND society_id = @society
            """,
            new { society = Key(society) }
        );

    private static long Key(string id) =>
        SocietyParty.Sql.Planning.Values.GlobalId.TryParse(id, out _, out var key) ? key : throw new ArgumentException(id, nameof(id));
}
