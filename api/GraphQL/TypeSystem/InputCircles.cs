namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>An input object that requires itself can never be given (specification section 3.10.1).</summary>
internal static class InputCircles
{
    public static void Check(Schema schema, Action<InputObjectType, string> report)
    {
        var done = new HashSet<InputObjectType>();
        foreach (var type in schema.Types.OfType<InputObjectType>())
        {
            Visit(type, [], done, report);
        }
    }

    private static void Visit(
        InputObjectType type,
        List<(InputObjectType Type, string Field)> path,
        HashSet<InputObjectType> done,
        Action<InputObjectType, string> report
    )
    {
        if (!done.Add(type))
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.Type is not NonNullType { Nullable: InputObjectType target })
            {
                continue;
            }

            path.Add((type, field.Name));
            var start = path.FindIndex(step => step.Type == target);
            if (start < 0)
            {
                Visit(target, path, done, report);
            }
            else
            {
                report(
                    target,
                    $"Cannot reference Input Object \"{target}\" within itself through a series of non-null fields: "
                        + $"\"{string.Join('.', path.Skip(start).Select(step => step.Field))}\"."
                );
            }

            path.RemoveAt(path.Count - 1);
        }
    }
}
