// Keys of AI issuers: models, voices, vectors, traces. Forms: the issuers' documentation, and the catalogues of gitleaks and
// betterleaks (MIT), kingfisher and titus (Apache-2.0).
import type { CatalogueEntry } from '../catalogue-entry.ts';
import { HEX_32, HEX_40, issued, UUID } from './issued.ts';

export const AI: readonly CatalogueEntry[] = [
  ...issued(
    {
      issuer: 'OpenAI',
      link: 'https://platform.openai.com/api-keys',
      rotate: [
        'Revoke the key under API keys of the project or the organisation.',
        'Make a new one with only the permissions that the service needs, and deploy it.',
        'Look at the usage page and the audit log for calls that were not yours.',
      ],
    },
    {
      id: 'openai-api-key',
      title: 'OpenAI API key',
      opens: 'data',
      form: {
        token:
          /sk-(?:(?:proj|svcacct|admin)-(?:[\w-]{74}|[\w-]{58})|[A-Za-z0-9]{20})T3BlbkFJ(?:[\w-]{74}|[\w-]{58}|[A-Za-z0-9]{20})/,
      },
      keywords: ['t3blbkfj'],
      entropy: 3,
    },
    {
      id: 'openai-session-key',
      title: 'OpenAI session key',
      opens: 'data',
      form: { token: /sess-[A-Za-z0-9]{40}/ },
      keywords: ['sess-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Anthropic',
      link: 'https://console.anthropic.com/settings/keys',
      rotate: [
        'Disable and delete the key in the Console under API keys.',
        'Make a new key in its own workspace with a spend limit, and deploy it.',
        'Look at usage and cost by key for calls that were not yours.',
      ],
    },
    {
      id: 'anthropic-api-key',
      title: 'Anthropic API key',
      opens: 'data',
      form: { token: /sk-ant-api03-[\w-]{93}AA/ },
      keywords: ['sk-ant-api03'],
    },
    {
      id: 'anthropic-admin-api-key',
      title: 'Anthropic admin key',
      opens: 'everything of an account',
      form: { token: /sk-ant-admin01-[\w-]{93}AA/ },
      keywords: ['sk-ant-admin01'],
    },
    {
      id: 'anthropic-oauth-token',
      title: 'Anthropic OAuth token',
      opens: 'data',
      form: { token: /sk-ant-o[ar]t01-[\w-]{93}AA/ },
      keywords: ['sk-ant-oat01', 'sk-ant-ort01'],
    },
  ),
  ...issued(
    {
      issuer: 'Hugging Face',
      link: 'https://huggingface.co/docs/hub/security-tokens',
      rotate: [
        'Invalidate the token under Settings, Access Tokens.',
        'Make a fine-grained token for the repositories that the service needs.',
        'Look at the commits of models and datasets that the token could write.',
      ],
    },
    {
      id: 'huggingface-access-token',
      title: 'Hugging Face access token',
      opens: 'code',
      form: { token: /hf_[A-Za-z]{34}/ },
      keywords: ['hf_'],
      entropy: 2,
    },
    {
      id: 'huggingface-organization-api-token',
      title: 'Hugging Face organisation token',
      opens: 'code',
      form: { token: /api_org_[A-Za-z]{34}/ },
      keywords: ['api_org_'],
      entropy: 2,
    },
  ),
  ...issued(
    {
      issuer: 'Cohere',
      link: 'https://dashboard.cohere.com/api-keys',
      rotate: ['Delete the key in the dashboard under API keys.', 'Make a new production key and deploy it.'],
    },
    {
      id: 'cohere-api-token',
      title: 'Cohere API key',
      opens: 'data',
      form: { names: ['cohere', 'co_api_key'], value: /[A-Za-z0-9]{40}/ },
      entropy: 4,
    },
  ),
  ...issued(
    {
      issuer: 'Perplexity',
      link: 'https://docs.perplexity.ai',
      rotate: ['Revoke the key in the API settings.', 'Make a new one and deploy it.', 'Look at the usage by key.'],
    },
    {
      id: 'perplexity-api-key',
      title: 'Perplexity API key',
      opens: 'data',
      form: { token: /pplx-[A-Za-z0-9]{48}/ },
      keywords: ['pplx-'],
      entropy: 4,
    },
  ),
  ...issued(
    {
      issuer: 'Private AI',
      link: 'https://docs.private-ai.com',
      rotate: ['Ask for a new key in the customer portal and delete the old one.', 'Deploy the new key.'],
    },
    {
      id: 'privateai-api-token',
      title: 'Private AI API key',
      opens: 'data',
      form: { names: ['privateai', 'private_ai', 'private-ai'], value: /[a-z0-9]{32}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Mistral AI',
      link: 'https://console.mistral.ai/api-keys',
      rotate: ['Delete the key in the console of the workspace.', 'Make a new one with an expiry date and deploy it.'],
    },
    {
      id: 'mistral-api-key',
      title: 'Mistral API key',
      opens: 'data',
      form: { names: ['mistral', 'mistralai'], value: /[A-Za-z0-9]{32}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Groq',
      link: 'https://console.groq.com/keys',
      rotate: ['Delete the key in the console.', 'Make a new one for the project and deploy it.'],
    },
    {
      id: 'groq-api-key',
      title: 'Groq API key',
      opens: 'data',
      form: { token: /gsk_[A-Za-z0-9]{52}/ },
      keywords: ['gsk_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'xAI',
      link: 'https://docs.x.ai',
      rotate: ['Disable and delete the key in the xAI Console.', 'Make a new one with limits to models and endpoints.'],
    },
    {
      id: 'xai-api-key',
      title: 'xAI API key',
      opens: 'data',
      form: { token: /xai-[A-Za-z0-9]{80}/ },
      keywords: ['xai-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Replicate',
      link: 'https://replicate.com/account/api-tokens',
      rotate: ['Disable the token under Account, API tokens.', 'Make a new one and deploy it.'],
    },
    {
      id: 'replicate-api-token',
      title: 'Replicate API token',
      opens: 'data',
      form: { token: /r8_[A-Za-z0-9]{37}/ },
      keywords: ['r8_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Together AI',
      link: 'https://docs.together.ai',
      rotate: ['Regenerate the key under Settings, API keys.', 'Deploy the new key.'],
    },
    {
      id: 'together-api-key',
      title: 'Together AI API key',
      opens: 'data',
      form: { token: /tgp_v1_[\w-]{43}/ },
      keywords: ['tgp_v1_'],
      entropy: 3.5,
    },
    {
      id: 'together-legacy-api-key',
      title: 'Together AI API key of the old form',
      opens: 'data',
      form: { names: ['together', 'togetherai'], value: /[a-f0-9]{64}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Fireworks AI',
      link: 'https://docs.fireworks.ai',
      rotate: ['Delete the key under Settings, API keys.', 'Make a new one and deploy it.'],
    },
    {
      id: 'fireworks-api-key',
      title: 'Fireworks AI API key',
      opens: 'data',
      form: { token: /fw_[A-Za-z0-9]{24}/ },
      keywords: ['fw_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'DeepSeek',
      link: 'https://platform.deepseek.com/api_keys',
      rotate: ['Delete the key on the platform under API keys.', 'Make a new one and deploy it.', 'Look at the usage.'],
    },
    {
      id: 'deepseek-api-key',
      title: 'DeepSeek API key',
      opens: 'data',
      form: { names: ['deepseek', 'deep_seek'], value: /sk-[a-f0-9]{32}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'OpenRouter',
      link: 'https://openrouter.ai/docs',
      rotate: ['Delete the key under Settings, Keys.', 'Make a new one with a credit limit and deploy it.'],
    },
    {
      id: 'openrouter-api-key',
      title: 'OpenRouter API key',
      opens: 'data',
      form: { token: /sk-or-v1-[a-f0-9]{64}/ },
      keywords: ['sk-or-v1-'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Cerebras',
      link: 'https://inference-docs.cerebras.ai',
      rotate: ['Delete the key in the Cerebras Cloud console.', 'Make a new one and deploy it.'],
    },
    {
      id: 'cerebras-api-key',
      title: 'Cerebras API key',
      opens: 'data',
      form: { token: /csk-[a-z0-9]{48}/ },
      keywords: ['csk-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'ElevenLabs',
      link: 'https://elevenlabs.io/docs',
      rotate: ['Delete the key under Developers, API keys.', 'Make a new one with limited scopes and deploy it.'],
    },
    {
      id: 'elevenlabs-api-key',
      title: 'ElevenLabs API key',
      opens: 'data',
      form: {
        names: ['elevenlabs', 'eleven_labs', 'xi-api-key', 'xi_api_key'],
        value: /(?:sk_[a-f0-9]{48}|[a-f0-9]{32})/,
      },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'LangChain',
      link: 'https://docs.smith.langchain.com',
      rotate: [
        'Delete the key in LangSmith under Settings, API keys.',
        'Make a new one for a workspace and deploy it.',
      ],
    },
    {
      id: 'langsmith-api-key',
      title: 'LangSmith API key',
      opens: 'data',
      form: { token: /lsv2_(?:pt|sk)_[a-f0-9]{32}_[a-f0-9]{10}/ },
      keywords: ['lsv2_pt_', 'lsv2_sk_'],
      entropy: 3,
    },
    {
      id: 'langsmith-legacy-api-key',
      title: 'LangSmith API key of the old form',
      opens: 'data',
      form: { token: /ls__[a-f0-9]{32}/ },
      keywords: ['ls__'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Langfuse',
      link: 'https://langfuse.com/docs',
      rotate: [
        'Delete the key pair in the settings of the project, API keys.',
        'Make a new pair and deploy it.',
        'Look in the audit log for reads of traces: they hold prompts and answers.',
      ],
    },
    {
      id: 'langfuse-secret-key',
      title: 'Langfuse secret key',
      opens: 'data',
      form: { token: /sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/ },
      keywords: ['sk-lf-'],
    },
  ),
  ...issued(
    {
      issuer: 'Pinecone',
      link: 'https://docs.pinecone.io',
      rotate: ['Delete the key of the project in the console.', 'Make a new one with a role and deploy it.'],
    },
    {
      id: 'pinecone-api-key',
      title: 'Pinecone API key',
      opens: 'data',
      form: { token: /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}/ },
      keywords: ['pcsk_'],
      entropy: 3.5,
    },
    {
      id: 'pinecone-legacy-api-key',
      title: 'Pinecone API key of the old form',
      opens: 'data',
      form: { names: ['pinecone'], value: UUID },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Weights & Biases',
      link: 'https://docs.wandb.ai',
      rotate: ['Delete the key in the user settings.', 'Make a new one and log in again with it on each machine.'],
    },
    {
      id: 'wandb-api-key',
      title: 'Weights & Biases API key',
      opens: 'data',
      form: { names: ['wandb', 'weightsandbiases'], value: HEX_40 },
      entropy: 3,
    },
    {
      id: 'wandb-api-key-v1',
      title: 'Weights & Biases API key of the new form',
      opens: 'data',
      form: { token: /wandb_v1_\w{77}/ },
      keywords: ['wandb_v1_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'NVIDIA',
      link: 'https://docs.ngc.nvidia.com',
      rotate: ['Delete the key under Organization, API keys.', 'Make a new one limited to the services needed.'],
    },
    {
      id: 'nvidia-api-key',
      title: 'NVIDIA API key',
      opens: 'data',
      form: { token: /nvapi-[\w-]{64}/ },
      keywords: ['nvapi-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Jina AI',
      link: 'https://jina.ai',
      rotate: ['Revoke the key in the API dashboard.', 'Make a new one and deploy it.'],
    },
    {
      id: 'jina-api-key',
      title: 'Jina AI API key',
      opens: 'data',
      form: { token: /jina_[A-Za-z0-9_-]{60}/ },
      keywords: ['jina_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Voyage AI',
      link: 'https://docs.voyageai.com',
      rotate: ['Delete the key in the dashboard.', 'Make a new one and deploy it.'],
    },
    {
      id: 'voyage-api-key',
      title: 'Voyage AI API key',
      opens: 'data',
      form: { names: ['voyage', 'voyageai'], value: /[a-z]{2}-[\w-]{43}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Stability AI',
      link: 'https://platform.stability.ai',
      rotate: ['Delete the key on the account page.', 'Make a new one and deploy it.'],
    },
    {
      id: 'stability-api-key',
      title: 'Stability AI API key',
      opens: 'one service',
      form: { names: ['stability', 'stabilityai', 'dreamstudio'], value: /sk-[A-Za-z0-9]{48}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'AssemblyAI',
      link: 'https://www.assemblyai.com/docs',
      rotate: ['Delete the key in the dashboard under API keys.', 'Make a new one and deploy it.'],
    },
    {
      id: 'assemblyai-api-key',
      title: 'AssemblyAI API key',
      opens: 'data',
      form: { names: ['assemblyai', 'assembly_ai', 'assembly-ai'], value: HEX_32 },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Deepgram',
      link: 'https://developers.deepgram.com',
      rotate: ['Delete the key of the project in the console.', 'Make a new one with a role and an expiry date.'],
    },
    {
      id: 'deepgram-api-key',
      title: 'Deepgram API key',
      opens: 'data',
      form: { names: ['deepgram'], value: HEX_40 },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Tavily',
      link: 'https://docs.tavily.com',
      rotate: ['Delete the key in the dashboard.', 'Make a new one and deploy it.'],
    },
    {
      id: 'tavily-api-key',
      title: 'Tavily API key',
      opens: 'one service',
      form: { token: /tvly-(?:dev-|prod-)?[A-Za-z0-9]{32}/ },
      keywords: ['tvly-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Firecrawl',
      link: 'https://docs.firecrawl.dev',
      rotate: ['Delete the key in the dashboard.', 'Make a new one and deploy it.'],
    },
    {
      id: 'firecrawl-api-key',
      title: 'Firecrawl API key',
      opens: 'one service',
      form: { names: ['firecrawl'], value: /fc-[a-f0-9]{32}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'LlamaIndex',
      link: 'https://docs.cloud.llamaindex.ai',
      rotate: ['Revoke the key in LlamaCloud.', 'Make a new one and deploy it.'],
    },
    {
      id: 'llamacloud-api-key',
      title: 'LlamaCloud API key',
      opens: 'data',
      form: { token: /llx-[A-Za-z0-9]{48}/ },
      keywords: ['llx-'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Anyscale',
      link: 'https://docs.anyscale.com',
      rotate: ['Delete the key under API keys of the account.', 'Make a new one and deploy it.'],
    },
    {
      id: 'anyscale-api-key',
      title: 'Anyscale API key',
      opens: 'data',
      form: { token: /esecret_[a-z0-9]{26}/ },
      keywords: ['esecret_'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'RunPod',
      link: 'https://docs.runpod.io',
      rotate: ['Delete the key under Settings, API keys.', 'Make a new one with restricted permissions.'],
    },
    {
      id: 'runpod-api-key',
      title: 'RunPod API key',
      opens: 'everything of an account',
      form: { token: /rpa_[A-Z0-9]{40}[A-Za-z0-9]{6}/ },
      keywords: ['rpa_'],
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Zhipu AI',
      link: 'https://open.bigmodel.cn',
      rotate: ['Delete the key on the open platform under API keys.', 'Make a new one and deploy it.'],
    },
    {
      id: 'zhipu-api-key',
      title: 'Zhipu AI API key',
      opens: 'data',
      form: { names: ['zhipu', 'zhipuai', 'bigmodel', 'chatglm'], value: /[a-f0-9]{32}\.[A-Za-z0-9]{16}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Alibaba Cloud Model Studio',
      link: 'https://help.aliyun.com',
      rotate: ['Delete the key in the Model Studio console.', 'Make a new one for a workspace and deploy it.'],
    },
    {
      id: 'dashscope-api-key',
      title: 'DashScope (Qwen) API key',
      opens: 'data',
      form: { names: ['dashscope', 'qwen', 'bailian'], value: /sk-[a-f0-9]{32}/ },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Moonshot AI',
      link: 'https://platform.moonshot.cn',
      rotate: ['Delete the key in the console under API keys.', 'Make a new one and deploy it.'],
    },
    {
      id: 'moonshot-api-key',
      title: 'Moonshot (Kimi) API key',
      opens: 'data',
      form: { names: ['moonshot', 'kimi'], value: /sk-[A-Za-z0-9]{48}/ },
      entropy: 3.5,
    },
  ),
  ...issued(
    {
      issuer: 'Baidu AI Cloud',
      link: 'https://cloud.baidu.com/doc',
      rotate: ['Disable and delete the key in the security centre.', 'Make a new one and deploy it.'],
    },
    {
      id: 'baidu-qianfan-api-key',
      title: 'Baidu Qianfan API key',
      opens: 'data',
      form: { token: /bce-v3\/ALTAK-[A-Za-z0-9]{21}\/[a-f0-9]{40}/ },
      keywords: ['bce-v3/altak-'],
    },
  ),
  ...issued(
    {
      issuer: 'Volcengine',
      link: 'https://www.volcengine.com/docs',
      rotate: ['Delete the key in the Ark console.', 'Make a new one and deploy it.'],
    },
    {
      id: 'volcengine-ark-api-key',
      title: 'Volcengine Ark (Doubao) API key',
      opens: 'data',
      form: { names: ['ark_api_key', 'volcengine', 'doubao'], value: UUID },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Helicone',
      link: 'https://docs.helicone.ai',
      rotate: ['Delete the key under Settings, API keys.', 'Make a new one and deploy it.'],
    },
    {
      id: 'helicone-api-key',
      title: 'Helicone API key',
      opens: 'data',
      form: { token: /sk-helicone-(?:[a-z]{2}-)?[a-z0-9]{7}-[a-z0-9]{7}-[a-z0-9]{7}-[a-z0-9]{7}/ },
      keywords: ['sk-helicone-'],
    },
  ),
  ...issued(
    {
      issuer: 'Cursor',
      link: 'https://cursor.com/docs',
      rotate: ['Revoke the key in the dashboard.', 'Make a new one and deploy it.'],
    },
    {
      id: 'cursor-api-key',
      title: 'Cursor API key',
      opens: 'code',
      form: { token: /(?:crsr|key)_[a-f0-9]{64}/ },
      keywords: ['crsr_', 'key_'],
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Clarifai',
      link: 'https://docs.clarifai.com',
      rotate: ['Delete the token under Settings, Security.', 'Make a new one with limited scopes.'],
    },
    {
      id: 'clarifai-api-key',
      title: 'Clarifai token',
      opens: 'data',
      form: { names: ['clarifai'], value: HEX_32 },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Azure OpenAI',
      link: 'https://learn.microsoft.com/azure/ai-services',
      rotate: [
        'Regenerate the first key of the resource while the second is in use, then the second.',
        'Prefer managed identities and turn local authentication off.',
        'Look at the diagnostic logs of the resource for calls from elsewhere.',
      ],
    },
    {
      id: 'azure-openai-api-key',
      title: 'Azure OpenAI key',
      opens: 'data',
      form: {
        names: ['azure_openai', 'azureopenai', 'azure-openai', 'aoai'],
        value: /(?:[A-Za-z0-9]{75}ACOG[A-Za-z0-9]{5}|[A-Za-z0-9]{84}|[a-f0-9]{32})/,
      },
      entropy: 3,
    },
  ),
  ...issued(
    {
      issuer: 'Unstructured',
      link: 'https://docs.unstructured.io',
      rotate: ['Delete the key in the platform.', 'Make a new one and deploy it.'],
    },
    {
      id: 'qdrant-api-key',
      title: 'Qdrant Cloud API key',
      issuer: 'Qdrant',
      link: 'https://qdrant.tech/documentation',
      rotate: [
        'Revoke the key of the cluster in the cloud console.',
        'Make a new one with limited rights and deploy it.',
      ],
      opens: 'data',
      form: { names: ['qdrant'], value: /[\w-]{50,70}/ },
      entropy: 4,
    },
    {
      id: 'unstructured-api-key',
      title: 'Unstructured API key',
      opens: 'one service',
      form: { names: ['unstructured'], value: /[A-Za-z0-9]{30}/ },
      entropy: 3.5,
    },
    {
      id: 'comet-api-key',
      title: 'Comet API key',
      issuer: 'Comet',
      link: 'https://www.comet.com/docs',
      opens: 'data',
      form: { names: ['comet', 'comet_ml', 'opik'], value: /[A-Za-z0-9]{25}/ },
      entropy: 3.5,
    },
    {
      id: 'lambda-cloud-api-key',
      title: 'Lambda Cloud API key',
      issuer: 'Lambda',
      link: 'https://docs.lambda.ai',
      opens: 'one service',
      form: { token: /secret_[a-z0-9-]{1,40}_[a-f0-9]{32}\.[A-Za-z0-9]{32}/ },
      keywords: ['secret_'],
      entropy: 3.5,
    },
  ),
];
