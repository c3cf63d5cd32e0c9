using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Generate;

/// <summary>A whole graph that nobody lives in: a pure function of its options.</summary>
internal sealed class SyntheticGraph
{
    private readonly CommitteeTables committees;

    public SyntheticGraph(GenerateOptions options)
    {
        committees = new CommitteeTables(options);
        var societies = new SocietyTables(options, committees.Committees);
        var branches = new BranchTables(options, societies.Societies);
        var members = new MemberTables(options, branches.Branches);
        var newcomers = new Newcomers(options);
        var appointments = new AppointmentTables(options, societies.Societies, members, newcomers);
        var applicants = new ApplicantTables(options, members, newcomers);
        var assessed = new AssessedBranches(options, branches.Branches);
        var consortia = new ConsortiumTables(branches.Branches);
        var rounds = new RoundTables(options, assessed, consortia);
        var plan = new WorkPlan(options, committees.Committees, societies.Societies, branches.Branches, appointments.CommitteeMembers);
        var rectifications = new RectificationTables(options, societies.Societies, branches.Branches);
        Tables =
        [
            .. committees.Tables(),
            .. societies.Tables(),
            .. branches.Tables(),
            new ReclassificationTables(options, branches.Branches).Table,
            new("graph.person", ["id", "person_ref", "sex", "birth_year"], members.Persons().Concat(newcomers.Persons())),
            members.Table,
            .. new MemberHistoryTables(options, members, branches.Branches).Tables(),
            .. appointments.Tables(),
            applicants.Table,
            .. new DuesTables(options, members).Tables(),
            .. new LeadingGroupTables(options, appointments.Councils, appointments.CouncilPosts, members).Tables(),
            .. consortia.Tables(),
            .. rounds.Tables(),
            .. new AssessmentTables(assessed).Tables(),
            .. new ActivityTables(options, assessed, branches.Branches).Tables(),
            .. new CoverageTables(options, societies.Societies, branches.Branches).Tables(),
            new EvidenceTables(options, societies.Societies, branches.Branches).Table,
            .. new WorkPointTables(options, plan, rectifications).Tables(),
        ];
    }

    /// <summary>Regions that the graph needs; a graph that knows some of them keeps its own.</summary>
    public TableRows Regions => committees.Regions;

    /// <summary>The rules that the graph stands on.</summary>
    public RuleSetFile Rules => SyntheticRules.File(committees.Committees[0].RegionCode);

    /// <summary>In an order in which every reference leads to a row that is there.</summary>
    public IReadOnlyList<TableRows> Tables { get; }
}
