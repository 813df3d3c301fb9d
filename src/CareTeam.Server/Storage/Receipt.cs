using System.Security.Cryptography;
using System.Text;
using CareTeam.Server.Access;
using CareTeam.V1;
using Google.Protobuf;

namespace CareTeam.Server.Storage;

/// <summary>The remembered answer to a request_id, kept in the transaction that the answer speaks of.</summary>
public sealed record Receipt(string Id, string RequestHash, byte[] Answer)
{
    public static Receipt For<TResponse>(Caller caller, ICommand<TResponse> request, TResponse answer) where TResponse : IMessage =>
        new(request.RequestId, Hash(caller, request), answer.ToByteArray());

    /// <summary>Of the request and its caller: nobody gets another person's answer by its request_id.</summary>
    public static string Hash<TResponse>(Caller caller, ICommand<TResponse> request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Descriptor.FullName}\n{caller.Person.PersonId}\n"));
        hash.AppendData(request.ToByteArray());
        return Convert.ToBase64String(hash.GetHashAndReset());
    }
}
