using System.Globalization;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Whether <c>@cost</c> and <c>@listSize</c> name a number and things that exist; the cost of an operation relies on it.</summary>
internal static class CostDirectiveCheck
{
    public static void Check(Schema schema, Action<IDefinition, string> report)
    {
        foreach (var type in schema.Types)
        {
            Weight(type, report);
            foreach (var value in (type as InputObjectType)?.Fields ?? [])
            {
                Weight(value, report);
            }

            foreach (var field in (type as FieldsType)?.Fields ?? [])
            {
                Weight(field, report);
                foreach (var argument in field.Arguments)
                {
                    Weight(argument, report);
                }

                if (field.Directive("listSize") is { } size)
                {
                    Size(field, size, report);
                }
            }
        }
    }

    private static void Weight(IDefinition definition, Action<IDefinition, string> report)
    {
        if (
            definition.Directive("cost")?.Argument("weight") is string weight
            && !(
                double.TryParse(weight, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number)
                && number >= 0
            )
        )
        {
            report(
                definition,
                $"@cost of \"{definition.Name}\" has the weight \"{weight}\"; it must be a number of 0 or more, such as \"2.5\"."
            );
        }
    }

    private static void Size(FieldDefinition field, AppliedDirective size, Action<IDefinition, string> report)
    {
        foreach (var name in size.Texts("slicingArguments"))
        {
            if (field.Argument(name)?.Type.Nullable is not (ScalarType { Name: "Int" or "Long" } or ListType))
            {
                report(field, $"@listSize of \"{field.Name}\" slices by \"{name}\", which is no argument with a whole number or a list.");
            }
        }

        foreach (var name in size.Texts("sizedFields"))
        {
            if ((field.Type.Named as FieldsType)?.Field(name)?.Type.IsList != true)
            {
                report(field, $"@listSize of \"{field.Name}\" sizes \"{name}\", which is no list of \"{field.Type.Named}\".");
            }
        }

        foreach (var name in (string[])["assumedSize", "slicingArgumentDefaultValue"])
        {
            if (size.Argument(name) is < 0)
            {
                report(field, $"@listSize of \"{field.Name}\" has a negative \"{name}\".");
            }
        }
    }
}
