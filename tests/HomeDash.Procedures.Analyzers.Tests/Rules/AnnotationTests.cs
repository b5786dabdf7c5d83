namespace HomeDash.Procedures.Analyzers.Tests;

/// <summary>HD0016.</summary>
public sealed class AnnotationTests : RuleTests<AnnotationAnalyzer>
{
    [Theory]
    [InlineData("Range(1, 2)", "string value", "is for a number or a TimeSpan: use [StringLength] for text")]
    [InlineData("Range(1, 2)", "bool value", "is for a number or a TimeSpan: remove it")]
    [InlineData("Range(2, 1)", "int value", "lets no number through: swap its bounds")]
    [InlineData("Range(typeof(int), \"a\", \"2\")", "int value", "has a bound that is no number of its type: mend it")]
    [InlineData("Range(1.0, 2.0, MinimumIsExclusive = true)", "double value", "has an exclusive bound, which clients do not know: name the bound that is still allowed")]
    [InlineData("Range(1, 5)", "int value = 10", "does not let the default 10 through: change one of them")]
    [InlineData("StringLength(5)", "int value", "is for text: use [MinLength] and [MaxLength] for how many there are, or [Range] for a number")]
    [InlineData("StringLength(5, MinimumLength = 6)", "string value", "lets nothing through: its least is more than its most")]
    [InlineData("RegularExpression(\"a\")", "int value", "is for text: remove it")]
    [InlineData("RegularExpression(\"(\")", "string value", "is no regular expression: mend its pattern")]
    [InlineData("EmailAddress", "Uri value", "is for text: remove it")]
    [InlineData("Url", "int value", "is for text or a Uri: remove it")]
    [InlineData("MaxLength(5)", "int value", "is for text, bytes, lists and dictionaries: use [Range] for a number, or remove it")]
    [InlineData("MinLength(-1)", "string value", "counts below zero: mend it")]
    [InlineData("Length(2, 1)", "string[] value", "lets nothing through: its least is more than its most")]
    [InlineData("MaxLength", "string value", "needs a number: say how many at most")]
    [InlineData("AllowedValues(1, 2)", "bool value", "is for text, numbers and enums: remove it")]
    [InlineData("AllowedValues(1, 2)", "string value", "names a value that is no string: mend it")]
    [InlineData("AllowedValues(1)", "Colour value", "names a value that is no Colour: mend it")]
    [InlineData("AllowedValues(\"a\")", "string value = \"b\"", "does not allow the default b: change one of them")]
    [InlineData("AllowedValues", "string value", "allows nothing: name the values")]
    [InlineData("Required", "string? value", "says nothing that the type does not say: remove it, and the '?' where there is one")]
    [InlineData("Phone", "string value", "is not checked by procedures: remove it, and check it in an IValidatableInput")]
    [InlineData("FreeForm", "string value", "is for a JsonElement: remove it")]
    [InlineData("Needs(Access.Full)", "string value", "is for a target or a list of them: remove it")]
    public Task An_annotation_that_limits_nothing_is_refused(string annotation, string parameter, string fault) => RefusesAsync(
        Procedure("{|HD0016:" + annotation + "|}", parameter),
        $"[{annotation.Split('(')[0]}] on parameter 'value' {fault}");

    [Theory]
    [InlineData("Range(1, 5)", "int value = 5")]
    [InlineData("Range(1, 5, MinimumIsExclusive = true)", "long value")]
    [InlineData("Range(typeof(decimal), \"0.1\", \"0.2\")", "decimal? value = null")]
    [InlineData("Range(typeof(TimeSpan), \"00:00:01\", \"01:00:00\")", "TimeSpan value")]
    [InlineData("Range(1, 5), MaxLength(3)", "List<int> value")]
    [InlineData("StringLength(5), RegularExpression(\"[a-z]*\"), MinLength(1)", "Secret value")]
    [InlineData("EmailAddress, Length(1, 20)", "string value")]
    [InlineData("Url", "Uri value")]
    [InlineData("MinLength(1), MaxLength(5)", "byte[] value")]
    [InlineData("MaxLength(5), StringLength(3)", "Dictionary<string, string> value")]
    [InlineData("AllowedValues(1, 2)", "double value = 2")]
    [InlineData("AllowedValues(Colour.Red)", "Colour value = Colour.Red")]
    [InlineData("FreeForm", "System.Text.Json.JsonElement? value = null")]
    [InlineData("Description(\"A value.\"), Display(Name = \"Value\")", "int value")]
    public Task An_annotation_that_limits_is_accepted(string annotation, string parameter) => AcceptsAsync(Procedure(annotation, parameter));

    private static string Procedure(string annotation, string parameter) =>
        $$"""
        using System.ComponentModel.DataAnnotations;

        public enum Colour { Red = 1, Green }

        [Router("sample")]
        internal sealed class SampleRouter
        {
            [Query(Permissions.Read)]
            public Done Get([{{annotation}}] {{parameter}}) => throw new InvalidOperationException();
        }

        public sealed record Done(string Name);
        """;
}
