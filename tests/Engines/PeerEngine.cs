using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using SocietyParty.GraphQL.Tests.Execution.Introspection;

namespace SocietyParty.Engines;

/// <summary>GraphQL.NET over a schema in SDL, as its documentation builds one.</summary>
internal sealed class PeerEngine(string sdl)
{
    // Names that it has a type for; the others take whatever is written, as the oracle's do.
    private static readonly string[] Known = ["Int", "Float", "String", "Boolean", "ID"];

    private readonly Schema schema = Build(sdl);

    /// <summary>What the README of the API tells of it, one by one.</summary>
    public static async Task<string> FindingsAsync()
    {
        var wrapped = new PeerEngine("input Size { width: Int } type Query { picture(size: Size!): Int list(of: [Size]): Int }");
        var extended = new PeerEngine("enum Kind { A } extend enum Kind { B } type Query { count(of: Kind): Int }");
        return $"accepts Int! for an input object: {await wrapped.IsValidAsync("query ($x: Int!) { picture(size: $x) }")}; "
            + $"[Int] for a list of them: {await wrapped.IsValidAsync("query ($x: [Int]) { list(of: $x) }")}; "
            + $"knows a value that an extension added: {await extended.IsValidAsync("{ count(of: B) }")}; "
            + $"answers the full introspection query: {await wrapped.IsValidAsync(IntrospectionTests.FullQuery)}";
    }

    /// <summary>Whether every operation of the document passes.</summary>
    public async Task<bool> IsValidAsync(string source)
    {
        GraphQLDocument document;
        try
        {
            document = Parser.Parse(source);
        }
        catch (Exception failure) when (failure is GraphQLSyntaxErrorException or GraphQLMaxDepthExceededException)
        {
            return false;
        }

        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToList();
        if (operations.Count == 0)
        {
            return false;
        }

        foreach (var operation in operations)
        {
            try
            {
                var result = await new DocumentValidator().ValidateAsync(
                    new ValidationOptions
                    {
                        Schema = schema,
                        Document = document,
                        Operation = operation,
                        Variables = Inputs.Empty,
                    }
                );
                // Values of variables are no part of the document.
                if (result.Errors.Any(error => error is not InvalidVariableError))
                {
                    return false;
                }
            }
            catch (InvalidOperationException)
            {
                // As for some documents that extend the schema: no answer, but no acceptance either.
                return false;
            }
        }

        return true;
    }

    private static Schema Build(string sdl)
    {
        var scalars = Parser
            .Parse(sdl)
            .Definitions.OfType<GraphQLScalarTypeDefinition>()
            .Select(scalar => scalar.Name.StringValue)
            .Except(Known);
        var schema = new Builder(scalars).Build(sdl);
        schema.Initialize();
        return schema;
    }

    private sealed class Builder(IEnumerable<string> scalars) : SchemaBuilder
    {
        protected override void PreConfigure(Schema schema)
        {
            foreach (var scalar in scalars)
            {
                schema.RegisterType(new AnyScalar(scalar));
            }
        }

        // Nothing is executed, but no schema is built without these.
        protected override InterfaceGraphType ToInterfaceType(GraphQLInterfaceTypeDefinition definition)
        {
            var type = base.ToInterfaceType(definition);
            type.ResolveType = _ => null;
            return type;
        }

        protected override UnionGraphType ToUnionType(GraphQLUnionTypeDefinition definition)
        {
            var type = base.ToUnionType(definition);
            type.ResolveType = _ => null;
            return type;
        }

        protected override FieldType ToSubscriptionFieldType(string parent, GraphQLFieldDefinition definition)
        {
            var field = base.ToSubscriptionFieldType(parent, definition);
            field.StreamResolver = new SourceStreamResolver<object>(
                IObservable<object?> (IResolveFieldContext _) => throw new NotSupportedException()
            );
            return field;
        }
    }

    private sealed class AnyScalar : ScalarGraphType
    {
        public AnyScalar(string name) => Name = name;

        public override object? ParseValue(object? value) => value;

        public override object? ParseLiteral(GraphQLValue value) => value is GraphQLNullValue ? null : "";

        public override bool CanParseLiteral(GraphQLValue value) => true;
    }
}
