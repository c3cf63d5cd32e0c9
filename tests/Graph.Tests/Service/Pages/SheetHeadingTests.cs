using SocietyParty.Etl.Import.Sheets;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>
/// Who fills in a form today fills in a sheet tomorrow: a column is called what the contract calls the field. The contract's description is
/// the home of the word; a column that is no field of a form stands here with the reason.
/// </summary>
public sealed class SheetHeadingTests
{
    private static readonly Dictionary<string, string> FieldOf = new(StringComparer.Ordinal)
    {
        ["societies.name"] = "FoundSocietyInput.name",
        ["societies.kind"] = "FoundSocietyInput.kind",
        ["societies.level"] = "FoundSocietyInput.level",
        ["societies.discipline"] = "FoundSocietyInput.discipline",
        ["societies.credit_code"] = "FoundSocietyInput.creditCode",
        ["societies.credit_code_override"] = "FoundSocietyInput.creditCodeOverride",
        ["societies.operating_state"] = "FoundSocietyInput.operatingState",
        ["societies.founded_on"] = "FoundSocietyInput.foundedOn",
        ["societies.cancelled_on"] = "CancelSocietyInput.cancelledOn",
        ["supporting-units.name"] = "RegisterSupportingUnitInput.name",
        ["supporting-units.region"] = "RegisterSupportingUnitInput.region",
        ["supporting-units.credit_code"] = "RegisterSupportingUnitInput.creditCode",
        ["supporting-units.society"] = "AssignSupportingUnitInput.society",
        ["supporting-units.supports_from"] = "AssignSupportingUnitInput.validFrom",
        ["branches.name"] = "ProposeBranchInput.name",
        ["branches.form"] = "ProposeBranchInput.form",
        ["branches.societies"] = "ProposeBranchInput.societies",
        ["branches.category"] = "ProposeReclassificationInput.category",
        ["branches.parent"] = "MoveBranchInput.upperBranch",
        ["branches.body"] = "ProposeBranchInput.body",
        ["branches.body_name"] = "ProposeBranchInput.bodyName",
        ["branches.ends_on"] = "ProposeBranchInput.endsOn",
        ["branches.ends_reason"] = "ProposeBranchInput.endsReason",
        ["members.person_ref"] = "RegisterPersonInput.reference",
        ["members.branch"] = "RegisterMemberInput.branch",
        ["members.status"] = "RegisterMemberInput.status",
        ["members.status_since"] = "RegisterMemberInput.statusSince",
        ["members.joined_on"] = "RegisterMemberInput.joinedOn",
        ["members.sex"] = "RegisterPersonInput.sex",
        ["members.birth_year"] = "RegisterPersonInput.birthYear",
        ["members.affiliation_branch"] = "RegisterMemberInput.affiliationBranch",
        ["members.affiliation_unit"] = "RegisterMemberInput.affiliationUnit",
        ["members.affiliation_place"] = "RegisterMemberInput.affiliationPlace",
        ["members.affiliated_since"] = "RegisterMemberInput.affiliatedSince",
        ["appointments.person_ref"] = "RegisterPersonInput.reference",
        ["appointments.name"] = "RegisterPersonInput.name",
        ["appointments.post"] = "AppointInput.post",
        ["appointments.branch"] = "AppointInput.branch",
        ["appointments.society"] = "AppointInput.society",
        ["appointments.term_number"] = "AppointInput.councilTerm",
        ["appointments.valid_from"] = "AppointInput.validFrom",
        ["appointments.valid_to"] = "AppointInput.validTo",
        ["appointments.sent_from_above"] = "AppointInput.sentFromAbove",
        ["activities.branch"] = "RecordActivityInput.branch",
        ["activities.kind"] = "RecordActivityInput.kind",
        ["activities.title"] = "RecordActivityInput.title",
        ["activities.planned_on"] = "PlanActivityInput.plannedOn",
        ["activities.held_on"] = "RecordActivityInput.heldOn",
        ["activities.is_collective"] = "RecordActivityInput.isCollective",
        ["activities.has_plan"] = "RecordActivityInput.hasPlan",
        ["activities.has_record"] = "RecordActivityInput.hasRecord",
        ["activities.expected_count"] = "RecordActivityInput.expectedCount",
        ["activities.attended_count"] = "RecordActivityInput.attendedCount",
        ["scores.item"] = "ItemScoreInput.item",
        ["scores.score"] = "ItemScoreInput.score",
        ["scores.submitted_on"] = "SubmitSelfAssessmentInput.submittedOn",
    };

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["societies.aliases"] = "A form keeps a former name by itself.",
        ["supporting-units.supports_to"] = "A form ends it by assigning another unit.",
        ["supporting-units.is_lead"] = "A form assigns the unit that leads.",
        ["branches.status"] = "A form has a change for each step.",
        ["branches.status_since"] = "A form has a change for each step, with its day.",
        ["branches.category_from"] = "A form proposes a category, and its approval has the day.",
        ["branches.parent_from"] = "A form has the day beside the place alone; a sheet has other first days, too.",
        ["scores.branch"] = "A form takes the entry, which is of a branch and a year.",
        ["scores.year"] = "A form takes the entry, which is of a branch and a year.",
    };

    private static IEnumerable<(string Name, string Header)> Columns =>
        SheetKind.All.SelectMany(kind => kind.Columns.Select(column => ($"{kind.Name}.{column.Key}", column.Header)));

    [Fact]
    public void A_column_is_called_as_the_field_of_the_form()
    {
        var columns = Columns.ToList();
        columns.Select(column => column.Name).ShouldBe([.. FieldOf.Keys, .. Reasons.Keys], ignoreOrder: true);
        columns
            .Where(column => FieldOf.ContainsKey(column.Name))
            .Where(column => column.Header != Term(FieldOf[column.Name]))
            .Select(column => $"{column.Name} is called {column.Header}, {FieldOf[column.Name]} is called {Term(FieldOf[column.Name])}")
            .ShouldBeEmpty();
    }

    private static string Term(string field)
    {
        var (type, name) = (field.Split('.')[0], field.Split('.')[1]);
        var input = (InputObjectType)WebHost.SchemaOfContract().Type(type)!;
        // As change/words.ts reads it: the term stands before the explanation and the English sentence.
        return input.Fields.Single(one => one.Name == name).Description!.Split('：', ' ', '\n')[0];
    }
}
