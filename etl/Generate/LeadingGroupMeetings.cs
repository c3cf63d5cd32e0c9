namespace SocietyParty.Etl.Generate;

/// <summary>Meetings of leading groups: one in each half-year after the approval, with agenda, attendance and signed minutes.</summary>
internal sealed class LeadingGroupMeetings(GenerateOptions options)
{
    private static readonly string[] Titles =
    [
        "学习传达上级党组织部署",
        "审议年度重大活动",
        "研究学会党建工作计划",
        "审议换届有关事宜",
        "研究行风学风建设",
    ];

    private readonly List<object?[]> meetings = [];
    private readonly List<object?[]> items = [];
    private readonly List<object?[]> attendance = [];

    public IEnumerable<TableRows> Tables() =>
        [
            new(
                "graph.leading_group_meeting",
                [
                    "id",
                    "leading_group_id",
                    "composition_id",
                    "held_on",
                    "state",
                    "chair_seat_id",
                    "minutes_keeper_id",
                    "minutes_signed_on",
                    "minutes_signer_seat_id",
                ],
                meetings
            ),
            new(
                "graph.leading_group_agenda_item",
                [
                    "id",
                    "meeting_id",
                    "position",
                    "title",
                    "is_major",
                    "state",
                    "votes_for",
                    "votes_against",
                    "votes_abstain",
                    "deferral_reason",
                ],
                items
            ),
            new("graph.leading_group_attendance", ["meeting_id", "composition_id", "seat_id", "status"], attendance),
        ];

    /// <param name="firstSeat">Key of the first person's seat; the others follow it.</param>
    /// <param name="leader">Place of the leader.</param>
    /// <param name="ends">First day on which it does not meet: the end of its term, or of its society.</param>
    public void Add(long group, long firstSeat, List<long> people, int leader, DateOnly approved, DateOnly ends)
    {
        var chance = new Chance(options.Seed, Subject.LeadingGroup, -group);
        var half = new DateOnly(approved.Year, approved.Month > 6 ? 7 : 1, 1).AddMonths(6);
        for (; half.AddMonths(6) <= GenerateOptions.Last.AddDays(1) && half.AddMonths(6) <= ends; half = half.AddMonths(6))
        {
            if (chance.Percent(96))
            {
                AddMeeting(ref chance, group, firstSeat, people, leader, half.AddDays(10 + chance.Below(120)));
            }
        }
    }

    private void AddMeeting(ref Chance chance, long group, long firstSeat, List<long> people, int leader, DateOnly day)
    {
        long id = meetings.Count + 1;
        var isQuorate = people.Count < 3 || chance.Below(1000) >= 12;
        var isSigned = chance.Percent(97);
        var isDeferred = chance.Percent(3);
        var signed = day.AddDays(2 + chance.Below(20));
        if (signed > GenerateOptions.Last)
        {
            isSigned = false;
        }

        meetings.Add([
            id,
            group,
            group,
            day,
            isSigned ? "MINUTES_SIGNED"
            : isDeferred ? "DEFERRED"
            : "DECIDED",
            firstSeat + leader,
            isSigned ? people[^1] : null,
            isSigned ? signed : null,
            isSigned ? firstSeat + leader : null,
        ]);
        var present = 0;
        for (var i = 0; i < people.Count; i++)
        {
            var isPresent = i == leader || (isQuorate && (i <= people.Count / 2 || chance.Percent(80)));
            if (isPresent)
            {
                present++;
            }

            attendance.Add([
                id,
                group,
                firstSeat + i,
                isPresent ? "PRESENT"
                : chance.Percent(90) ? "EXCUSED"
                : "ABSENT",
            ]);
        }

        for (var position = 1 + chance.Below(2); position > 0; position--)
        {
            items.Add([
                items.Count + 1L,
                id,
                position,
                "合成-" + chance.OneOf<string>(Titles),
                chance.Percent(20),
                isDeferred ? "DEFERRED" : "ADOPTED",
                isDeferred ? null : present,
                isDeferred ? null : 0,
                isDeferred ? null : 0,
                isDeferred ? "重大意见分歧" : null,
            ]);
        }
    }
}
