// What a use case speaks of, so that its file starts with what it does.
global using CareTeam.Server.Access;
global using CareTeam.Server.Errors;
global using CareTeam.Server.Pipeline;
global using CareTeam.Server.Plans;
global using CareTeam.Server.Rules;
global using CareTeam.Server.Storage;
global using CareTeam.V1;
global using Grpc.Core;
// The contract's Task and System.Threading's would be ambiguous.
global using CareTask = CareTeam.V1.Task;
global using Task = System.Threading.Tasks.Task;
global using TaskStatus = CareTeam.V1.TaskStatus;
global using Timestamp = Google.Protobuf.WellKnownTypes.Timestamp;
