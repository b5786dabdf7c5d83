using System.Text;
using System.Text.Json.Nodes;
using HomeDash.Procedures;

namespace HomeDash.Http;

/// <summary>Prints the type of the router that tRPC's clients infer their calls from, with the public types of @trpc/server 11 alone.</summary>
internal static class TypeScriptPrinter
{
    private static readonly string Head =
        $$"""
        // The procedures of HomeDash, for createTRPCClient<AppRouter>() of @trpc/client 11.
        import type {
          TRPCBuiltRouter, TRPCDefaultErrorData, TRPCDefaultErrorShape, TRPCMutationProcedure, TRPCQueryProcedure, TRPCSubscriptionProcedure,
        } from '@trpc/server';

        /** A call that helps on. */
        export interface SuggestedCall { procedure: string; input: Record<string, unknown>; why?: string }

        /** What HomeDash says of an error: `error.data` of a TRPCClientError. */
        export interface ErrorData extends TRPCDefaultErrorData {
          reason: {{string.Join(" | ", Enum.GetValues<ErrorReason>().Select(reason => $"'{reason.ToWire()}'"))}};
          problems?: { path: string; message: string }[];
          next?: SuggestedCall;
          questions?: { key: string; message: string; kind: string; choices?: string[] }[];
          approval?: string;
          requestId: string;
        }

        export interface ErrorShape extends TRPCDefaultErrorShape { data: ErrorData }

        /** An item of a subscription, with the id to come back with. */
        export interface Tracked<T> { id: string; data: T }

        type Query<I, O> = TRPCQueryProcedure<{ meta: object; input: I; output: O; errorShape: ErrorShape }>;
        type Mutation<I, O> = TRPCMutationProcedure<{ meta: object; input: I; output: O; errorShape: ErrorShape }>;
        type Subscription<I, O> = TRPCSubscriptionProcedure<{ meta: object; input: I; output: AsyncIterable<Tracked<O>, void, unknown>; errorShape: ErrorShape }>;

        export type AppRouter = TRPCBuiltRouter<{ ctx: object; meta: object; errorShape: ErrorShape; transformer: false }, {

        """;

    public static string Print(IReadOnlyList<ProcedureDefinition> definitions)
    {
        var text = new StringBuilder(Head);
        foreach (var group in definitions.GroupBy(definition => definition.Namespace))
        {
            text.Append("  ").Append(group.Key).Append(": {\n");
            foreach (var definition in group)
            {
                TypeScriptTypes.AppendComment(text, definition.Description, "    ");
                text.Append("    ").Append(definition.Path[(group.Key.Length + 1)..]).Append(": ").Append(definition.Kind).Append('<')
                    .Append(InputOf(definition)).Append(", ").Append(OutputOf(definition)).Append(">;\n");
            }

            text.Append("  };\n");
        }

        return text.Append("}>;\n").ToString();
    }

    private static string InputOf(ProcedureDefinition definition)
    {
        var type = TypeScriptTypes.Of(JsonNode.Parse(definition.InputSchema), "    ");
        return definition.Parameters.Any(parameter => parameter.Required) || JsonNode.Parse(definition.InputSchema)!["required"] is JsonArray { Count: > 0 } ? type : $"{type} | undefined";
    }

    private static string OutputOf(ProcedureDefinition definition) => TypeScriptTypes.Of(AnswerSchema.OutputOf(definition), "    ");
}
