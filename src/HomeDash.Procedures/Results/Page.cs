using System.ComponentModel;

namespace HomeDash.Procedures;

/// <summary>One page of a list. JSON: <c>{"items":[…],"total":n,"next":"…"}</c>.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items of this page, in the list's stable order.</param>
/// <param name="Total">How many items there are in all, when that is known without reading them.</param>
/// <param name="Next">Give this as <c>cursor</c> to get the next page; absent on the last one.</param>
public sealed record Page<T>(
    [property: Description("The items of this page, in the list's stable order.")] IReadOnlyList<T> Items,
    [property: Description("How many items there are in all, when that is known without reading them.")] long? Total = null,
    [property: Description("Give this as cursor to get the next page; absent on the last one.")] string? Next = null);
