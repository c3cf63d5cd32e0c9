using System.Collections.Frozen;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations;

/// <summary>Every mutation, by the field that asks for it; contract and code must agree.</summary>
internal sealed class MutationCatalogue
{
    private const string Key = "idempotencyKey";

    private readonly FrozenDictionary<string, Mutation> mutations;

    /// <exception cref="InvalidOperationException">A field has no class, a class no field, or their inputs differ.</exception>
    public MutationCatalogue(GraphQLSchema schema)
    {
        mutations = Instances<Mutation>().ToFrozenDictionary(mutation => mutation.Name, StringComparer.Ordinal);
        Constraints = Instances<IConstraintErrors>()
            .SelectMany(errors => errors.All)
            .ToFrozenDictionary(error => error.Constraint, StringComparer.Ordinal);
        var problems = Problems(schema.Mutation!).ToList();
        if (problems.Count > 0)
        {
            throw new InvalidOperationException(string.Join('\n', problems));
        }
    }

    public FrozenDictionary<string, ConstraintError> Constraints { get; }

    public Mutation this[string field] => mutations[field];

    private IEnumerable<string> Problems(ObjectType root)
    {
        foreach (var name in mutations.Keys.Where(name => root.Field(name) is null))
        {
            yield return $"Mutation.{name} has a class but does not stand in the contract.";
        }

        foreach (var field in root.Fields)
        {
            if (!mutations.TryGetValue(field.Name, out var mutation))
            {
                yield return $"Mutation.{field.Name} has no class.";
                continue;
            }

            var stated = ((InputObjectType)field.Arguments.Single().Type.Named)
                .Fields.Select(input => input.Name)
                .Where(name => name != Key)
                .Order(StringComparer.Ordinal);
            var read = mutation
                .InputType.GetProperties()
                .Where(property => property.Name != "EqualityContract")
                .Select(property => Names.Camel(property.Name))
                .Order(StringComparer.Ordinal);
            if (!stated.SequenceEqual(read))
            {
                yield return $"Mutation.{field.Name} takes {string.Join(", ", stated)} in the contract, and its class "
                    + $"{string.Join(", ", read)}.";
            }
        }
    }

    private static IEnumerable<T> Instances<T>() =>
        typeof(MutationCatalogue)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(T)))
            .Select(type => (T)Activator.CreateInstance(type)!);
}
