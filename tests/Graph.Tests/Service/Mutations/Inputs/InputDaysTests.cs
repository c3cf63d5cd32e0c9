using System.Reflection;
using Npgsql;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Graph.Tests.Service.Mutations.Inputs;

/// <summary>No way in takes what happened on a day that is to come; the day is Beijing's.</summary>
public sealed class InputDaysTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static IEnumerable<(Type Input, PropertyInfo Day)> Days() =>
        typeof(Mutation)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Mutation)))
            .Select(type => ((Mutation)Activator.CreateInstance(type)!).InputType)
            .SelectMany(input =>
                input.GetProperties().Where(property => IsDay(property.PropertyType)).Select(property => (input, property))
            );

    private static bool IsDay(Type type) =>
        type.IsAssignableTo(typeof(IMaybe))
            ? IsDay(type.GetGenericArguments()[0])
            : (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateOnly);

    [Fact]
    public void Fields_that_may_be_to_come_are_fields_of_inputs()
    {
        var fields = Days().SelectMany(day => new[] { day.Day.Name, $"{day.Input.Name}.{day.Day.Name}" }).ToHashSet();
        InputDays.Fields.Where(field => !fields.Contains(field)).ShouldBeEmpty();
        Days().Count(day => InputDays.MeaningOf(day.Input, day.Day.Name) == DayMeaning.Happened).ShouldBeGreaterThan(45);
    }

    [Fact]
    public async Task Today_is_the_databases_day_and_no_clock_of_the_programs()
    {
        var name = new NpgsqlConnectionStringBuilder(city.ConnectionString).Database;
        await city.ExecuteAsync($"ALTER DATABASE \"{name}\" SET graph.today = '2024-02-28'");
        try
        {
            // Sessions of its own, which begin with that setting.
            await using var host = await ServiceHost.StartAsync(city.ConnectionString);
            (await CodesAsync(host, "2024-02-27")).ShouldBeEmpty();
            (await CodesAsync(host, "2024-02-28")).ShouldBeEmpty();
            (await CodesAsync(host, "2024-02-29")).ShouldBe("DAY_TO_COME");
        }
        finally
        {
            await city.ExecuteAsync($"ALTER DATABASE \"{name}\" RESET graph.today");
        }
    }

    private static async Task<string> CodesAsync(ServiceHost host, string day)
    {
        var answer = await host.DataAsync(
            "mutation($i: RecordCommitteeMeetingInput!) { recordCommitteeMeeting(input: $i) { errors { code } } }",
            new
            {
                i = new
                {
                    committee = MutationFixture.Id("Committee", 1),
                    kind = "WORK_MEETING",
                    heldOn = day,
                    subject = "合成会议",
                },
            }
        );
        return string.Join(
            ' ',
            answer.GetProperty("recordCommitteeMeeting").GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code"))
        );
    }
}
