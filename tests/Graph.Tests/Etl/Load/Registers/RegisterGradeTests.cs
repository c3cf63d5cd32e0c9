namespace SocietyParty.Graph.Tests.Etl.Load.Registers;

/// <summary>Registers of schemes that have grades and levels of their own.</summary>
public sealed class RegisterGradeTests
{
    /// <summary>Two grades that a scheme calls by names of its own stand for one; a level of its own is none of the usual ones.</summary>
    [Fact]
    public async Task Grades_and_levels_of_a_schemes_own_have_its_names()
    {
        await using var database = await RegisterGraph.CreateAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, grade_code, grade_name, grade_english_name, issued_on)
            VALUES (4, 2022, 85, 0, 'EXCELLENT', 'STAR_4', '四星', 'Four stars', '2022-12-30'), (7, 2022, 92, 0, 'EXCELLENT', 'STAR_5', '五星', 'Five stars', '2022-12-30');
            INSERT INTO graph.bonus_claim (entry_id, bonus_item, level, level_name, level_english_name, evidence_ref, description, points, status, claimed_on)
            VALUES (3, 'BONUS_1', 'DISTRICT', '区级', 'District', '丁', '报道', 1, 'CLAIMED', '2022-11-14');
            """
        );
        await database.LoadAsync(new(2022, 12, 31));
        (await GroupsAsync("ASSESSMENT", "GRADE", "grade, grade_code, grade_name")).ShouldBe([
            "EXCELLENT 3",
            "QUALIFIED 1",
            "UNQUALIFIED 1",
        ]);
        (await GroupsAsync("ASSESSMENT", "OWN_GRADE", "grade, grade_code, grade_name, grade_english_name")).ShouldBe([
            "EXCELLENT 1",
            "QUALIFIED 1",
            "STAR_4 四星 Four stars 1",
            "STAR_5 五星 Five stars 1",
            "UNQUALIFIED 1",
        ]);
        (await GroupsAsync("ASSESSMENT", "SCORE_BAND,GRADE", "score_band, grade, grade_name")).ShouldBe([
            "50 UNQUALIFIED 1",
            "70 QUALIFIED 1",
            "85 EXCELLENT 四星 1",
            "90 EXCELLENT 五星 1",
            "95 EXCELLENT 1",
        ]);
        // Of what is not grouped by grades no grade's name comes.
        (await GroupsAsync("ASSESSMENT", "BRANCH", "branch_id, grade_name")).ShouldBe(["1 1", "2 1", "3 1", "4 1", "7 1"]);
        (await GroupsAsync("BONUS", "BONUS_LEVEL", "bonus_level, bonus_level_name")).ShouldBe([
            "CENTRAL 1",
            "DEPARTMENT 1",
            "MUNICIPAL 2",
            "OTHER 区级 1",
        ]);
        (await GroupsAsync("BONUS", "OWN_BONUS_LEVEL", "bonus_level_code, bonus_level_name, bonus_level_english_name")).ShouldBe([
            "CENTRAL 1",
            "DEPARTMENT 1",
            "DISTRICT 区级 District 1",
            "MUNICIPAL 2",
        ]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', branch_id, grade, grade_code, grade_name) FROM mart.register('ASSESSMENT', "
                    + "filter => '{\"gradeCode\": {\"in\": [\"STAR_4\", \"QUALIFIED\"]}}') ORDER BY position"
            )
        ).ShouldBe(["4 EXCELLENT STAR_4 四星", "2 QUALIFIED QUALIFIED"]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', bonus_claim_id, bonus_level, bonus_level_code, bonus_level_name) FROM mart.register('BONUS', "
                    + "filter => '{\"bonusLevelCode\": {\"eq\": \"DISTRICT\"}}')"
            )
        ).ShouldBe(["5 OTHER DISTRICT 区级"]);

        Task<IReadOnlyList<string>> GroupsAsync(string register, string by, string shown) =>
            database.LinesAsync(
                $"SELECT concat_ws(' ', {shown}, count) FROM mart.register_value('{register}', '{{{by}}}') ORDER BY position"
            );
    }
}
