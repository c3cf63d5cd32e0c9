namespace SocietyParty.Etl.Generate;

/// <summary>People who are no members: keys behind those of the members, in the order in which they are asked for.</summary>
internal sealed class Newcomers(GenerateOptions options)
{
    private long last = options.Members;

    /// <summary>The key of one more.</summary>
    public long Next() => ++last;

    public IEnumerable<object?[]> Persons()
    {
        for (long id = options.Members + 1; id <= last; id++)
        {
            var chance = new Chance(options.Seed, Subject.Person, id);
            yield return
            [
                id,
                $"合成-人员-{id:0000000}",
                chance.Percent(60) ? "MALE" : "FEMALE",
                1955 + chance.Below(20) + chance.Below(25),
            ];
        }
    }
}
