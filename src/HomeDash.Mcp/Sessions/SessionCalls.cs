using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp;

/// <summary>What is under way in a session: calls of the client that run, and questions to it that wait for an answer.</summary>
internal sealed class SessionCalls
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, CancellationTokenSource> running = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskCompletionSource<JsonElement>> asked = new(StringComparer.Ordinal);
    private long questions;

    /// <summary>Whether nothing is under way.</summary>
    public bool AreNone
    {
        get
        {
            lock (gate)
            {
                return running.Count == 0 && asked.Count == 0;
            }
        }
    }

    /// <summary>Takes what needs no answer: the response to a question, or that a call is given up.</summary>
    public void Take(IncomingMessage message)
    {
        if (message.Method is null)
        {
            Answer(message.Root);
        }
        else if (message.Method == NotificationMethods.CancelledNotification
            && message.Parameters.ValueKind == JsonValueKind.Object && message.Parameters.TryGetProperty("requestId"u8, out var id))
        {
            Cancel(id.GetRawText());
        }
    }

    /// <summary>Begins a call that its client can cancel.</summary>
    /// <param name="idJson">The request's id as JSON.</param>
    /// <param name="ended">Ends it all the same.</param>
    public RunningCall Begin(string idJson, CancellationToken ended)
    {
        var cancelling = CancellationTokenSource.CreateLinkedTokenSource(ended);
        lock (gate)
        {
            // An id that is used twice at a time cancels the first of them.
            running.TryAdd(idJson, cancelling);
        }

        return new(this, idJson, cancelling);
    }

    public void CancelAll()
    {
        string[] all;
        lock (gate)
        {
            all = [.. running.Keys];
        }

        Array.ForEach(all, Cancel);
    }

    /// <summary>Notes a question to the client.</summary>
    /// <returns>The id to ask it with, and what will be answered.</returns>
    public (string Id, Task<JsonElement> Answer) Ask()
    {
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            var id = $"homedash-{++questions}";
            asked[id] = answer;
            return (id, answer.Task);
        }
    }

    /// <summary>Waits for no answer any more.</summary>
    public void Forget(string id)
    {
        lock (gate)
        {
            asked.Remove(id);
        }
    }

    /// <summary>Cancels a call; does nothing when it is over.</summary>
    private void Cancel(string idJson)
    {
        CancellationTokenSource? cancelling;
        lock (gate)
        {
            running.TryGetValue(idJson, out cancelling);
        }

        try
        {
            cancelling?.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended at this very moment.
        }
    }

    /// <summary>Takes the response to a question; one to none is taken and that is all.</summary>
    private void Answer(JsonElement response)
    {
        if (response.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String)
        {
            TaskCompletionSource<JsonElement>? waiting;
            lock (gate)
            {
                asked.Remove(id.GetString()!, out waiting);
            }

            waiting?.TrySetResult(response);
        }
    }

    private void End(string idJson, CancellationTokenSource cancelling)
    {
        lock (gate)
        {
            if (running.TryGetValue(idJson, out var own) && own == cancelling)
            {
                running.Remove(idJson);
            }
        }

        cancelling.Dispose();
    }

    /// <summary>A call that runs, until it is disposed.</summary>
    internal readonly struct RunningCall(SessionCalls calls, string idJson, CancellationTokenSource cancelling) : IDisposable
    {
        public CancellationToken Token => cancelling.Token;

        public void Dispose() => calls.End(idJson, cancelling);
    }
}
