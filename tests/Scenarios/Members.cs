using System.Globalization;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    private const int MemberCount = 6;

    private string applicant = "";

    /// <summary>Six members whose affiliations lie elsewhere; a council with a chair, who is also the branch's secretary.</summary>
    private async Task PeopleComeAsync()
    {
        for (var i = 0; i < MemberCount; i++)
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"合成-2027-{i}");
            var person = (
                await city.DoAsync(
                    "registerPerson",
                    "person",
                    new
                    {
                        reference,
                        sex = i % 2 == 0 ? "FEMALE" : "MALE",
                        birthYear = 1970 + i,
                    }
                )
            ).GetProperty("id").GetString()!;
            people.Add(person);
            // The last of them is a probationary member since last summer.
            var isLast = i == MemberCount - 1;
            members.Add((
                    await city.DoAsync(
                        "registerMember",
                        "member",
                        new
                        {
                            person,
                            branch,
                            status = isLast ? "PROBATIONARY" : "FULL",
                            joinedOn = isLast ? "2026-06-15" : "2001-07-01",
                            statusSince = isLast ? "2026-06-15" : null,
                            affiliationPlace = "合成-某机关党委",
                            affiliatedSince = "2020-01-01",
                        }
                    )
                ).GetProperty("id").GetString()!);
        }

        (
            await city.RefusedAsync(
                "registerMember",
                "member",
                new
                {
                    person = people[0],
                    branch,
                    status = "FULL",
                }
            )
        ).ShouldBe(["PERSON_IS_MEMBER"]);
        (
            await city.RefusedAsync(
                "registerMember",
                "member",
                new
                {
                    person = people[0],
                    branch,
                    status = "FULL",
                    affiliationPlace = "甲",
                    affiliationUnit = unit,
                }
            )
        ).ShouldContain("AFFILIATION_TWICE 002 §5");

        await AppointAsync();
    }

    /// <summary>What only a branch of category A may do.</summary>
    private async Task MembersGrowAsync()
    {
        var grown = await city.DoAsync("developMember", "member", new { applicant, acceptedOn = "2027-06-01" }, "id status");
        grown.GetProperty("status").GetString().ShouldBe("PROBATIONARY");
        (await city.RefusedAsync("developMember", "member", new { applicant, acceptedOn = "2027-06-02" }))
            .ShouldHaveSingleItem()
            .ShouldStartWith("WRONG_STAGE");
        (
            await city.RefusedAsync(
                "convertMember",
                "member",
                new { member = grown.GetProperty("id").GetString(), convertedOn = "2027-09-01" }
            )
        )
            .ShouldHaveSingleItem()
            .ShouldStartWith("PROBATION_NOT_OVER");
        (await city.DoAsync("convertMember", "member", new { member = members[^1], convertedOn = "2027-06-20" }, "status"))
            .GetProperty("status")
            .GetString()
            .ShouldBe("FULL");
        await city.DoAsync(
            "setDuesStandard",
            "member",
            new
            {
                member = members[0],
                monthlyAmount = 30,
                validFrom = "2027-05-01",
            }
        );
        await city.DoAsync(
            "recordDues",
            "member",
            new
            {
                member = members[0],
                firstMonth = "2027-05-01",
                monthCount = 3,
                amount = 90,
                paidOn = "2027-06-30",
            }
        );
    }
}
