/**
 * Names of OpenTelemetry's GenAI semantic conventions, which are still in development and change: this is the only place
 * that knows them (github.com/open-telemetry/semantic-conventions-genai; traces.md, section 2). A rename is made here, and
 * the version with it.
 */
export const GENAI_SCHEMA_URL = "https://opentelemetry.io/schemas/gen-ai-dev/1.42.0-dev";

export const GENAI = {
  operation: "gen_ai.operation.name",
  provider: "gen_ai.provider.name",
  conversation: "gen_ai.conversation.id",
  workflow: "gen_ai.workflow.name",
  outputType: "gen_ai.output.type",
  requestModel: "gen_ai.request.model",
  responseModel: "gen_ai.response.model",
  finishReasons: "gen_ai.response.finish_reasons",
  inputTokens: "gen_ai.usage.input_tokens",
  outputTokens: "gen_ai.usage.output_tokens",
  cachedTokens: "gen_ai.usage.cache_read.input_tokens",
  reasoningTokens: "gen_ai.usage.reasoning.output_tokens",
  systemInstructions: "gen_ai.system_instructions",
  inputMessages: "gen_ai.input.messages",
  outputMessages: "gen_ai.output.messages",
  tool: "gen_ai.tool.name",
  toolType: "gen_ai.tool.type",
  toolResult: "gen_ai.tool.call.result",
  evaluationEvent: "gen_ai.evaluation.result",
  evaluationName: "gen_ai.evaluation.name",
  evaluationLabel: "gen_ai.evaluation.score.label",
  evaluationValue: "gen_ai.evaluation.score.value",
  evaluationExplanation: "gen_ai.evaluation.explanation",
  errorType: "error.type",
  filePath: "code.file.path",
  lineNumber: "code.line.number",
  serviceName: "service.name",
  serviceVersion: "service.version",
  repository: "vcs.repository.name",
  revision: "vcs.ref.head.revision",
  branch: "vcs.ref.head.name",
} as const;

export const OPERATION = { workflow: "invoke_workflow", chat: "chat", tool: "execute_tool" } as const;

const WELL_KNOWN: Readonly<Record<string, string>> = {
  google: "gcp.gemini",
  vertex: "gcp.vertex_ai",
  mistral: "mistral_ai",
  azure: "azure.ai.openai",
  bedrock: "aws.bedrock",
  xai: "x_ai",
};

/** `openai:gpt-5-mini` as the convention's provider and model; an endpoint of one's own keeps its name. */
export function providerAndModel(model: string): { readonly provider: string; readonly model: string } {
  const colon = model.indexOf(":");
  const provider = colon > 0 ? model.slice(0, colon) : "unknown";
  return { provider: WELL_KNOWN[provider] ?? provider, model: colon > 0 ? model.slice(colon + 1) : model };
}
