namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>IsValidImplementation of the specification, section 3.6.1.</summary>
internal static class InterfaceCheck
{
    public static void Check(FieldsType type, Action<object, string> report)
    {
        foreach (var face in type.Interfaces)
        {
            if (ReferenceEquals(face, type))
            {
                report(type, $"Type {type} cannot implement itself because it would create a circular reference.");
                continue;
            }

            foreach (var parent in face.Interfaces)
            {
                if (!type.Interfaces.Contains(parent))
                {
                    report(
                        type,
                        ReferenceEquals(parent, type)
                            ? $"Type {type} cannot implement {face} because it would create a circular reference."
                            : $"Type {type} must implement {parent} because it is implemented by {face}."
                    );
                }
            }

            foreach (var wanted in face.Fields)
            {
                Field(type, face, wanted, report);
            }
        }
    }

    private static void Field(FieldsType type, InterfaceType face, FieldDefinition wanted, Action<object, string> report)
    {
        if (type.Field(wanted.Name) is not { } field)
        {
            report(type, $"Interface field {face}.{wanted.Name} expected but {type} does not provide it.");
            return;
        }

        if (!Schema.IsSubtype(field.Type, wanted.Type))
        {
            report(field, $"Interface field {face}.{wanted.Name} expects type {wanted.Type} but {type}.{field.Name} is type {field.Type}.");
        }

        foreach (var argument in wanted.Arguments)
        {
            if (field.Argument(argument.Name) is not { } given)
            {
                report(
                    field,
                    $"Interface field argument {face}.{wanted.Name}({argument.Name}:) expected but {type}.{field.Name} does not provide it."
                );
            }
            else if (!GraphQLType.Same(given.Type, argument.Type))
            {
                report(
                    field,
                    $"Interface field argument {face}.{wanted.Name}({argument.Name}:) expects type {argument.Type} but "
                        + $"{type}.{field.Name}({argument.Name}:) is type {given.Type}."
                );
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (wanted.Argument(argument.Name) is null && argument.IsRequired)
            {
                report(
                    field,
                    $"Argument \"{type}.{field.Name}({argument.Name}:)\" must not be required type \"{argument.Type}\" "
                        + $"if not provided by the Interface field \"{face}.{wanted.Name}\"."
                );
            }
        }
    }
}
